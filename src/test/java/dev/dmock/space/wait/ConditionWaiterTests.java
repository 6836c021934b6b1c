package dev.dmock.space.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.SpaceCache;
import dev.dmock.space.SpaceServer;
import dev.dmock.space.SpaceServer.Alarm;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.wait.ConditionWaiter.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

/** Who waits is woken by a write, by what happens by itself, and by the end of patience; and looks no more often than that. */
class ConditionWaiterTests {

    private static final SpaceName SPACE = new SpaceName("a");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SpaceServer server = new SpaceServer(SpaceCache.MOST);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void open() {
        server.spaces.change(SPACE, draft -> {});
    }

    @AfterEach
    void close() {
        clients.shutdownNow();
        server.close();
    }

    private Sight<Integer> rung(Draft draft) {
        looks.incrementAndGet();
        int times = SpaceServer.rung(draft, "x");
        return new Sight<>(times > 0, times);
    }

    private CompletableFuture<Sight<Integer>> waiting(Duration patience) {
        CompletableFuture<Sight<Integer>> seen =
                CompletableFuture.supplyAsync(() -> server.watch.await(SPACE, patience, this::rung), clients);
        while (looks.get() == 0) {
            Thread.onSpinWait();
        }
        return seen;
    }

    @Test
    void whatIsThereAlreadyIsSeenAtOnce() {
        server.spaces.change(SPACE, draft -> draft.put(Alarm.KIND, new Alarm("x", null, 3)));

        assertThat(server.watch.await(SPACE, Duration.ZERO, this::rung)).isEqualTo(new Sight<>(true, 3));
        assertThat(looks).hasValue(1);
    }

    @Test
    void patienceEnds() {
        assertThat(server.watch.await(SPACE, Duration.ofMillis(50), this::rung).met())
                .isFalse();
        assertThat(looks.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aWriteWakes() throws Exception {
        var seen = waiting(LONG);
        server.spaces.change(SPACE, draft -> draft.put(Alarm.KIND, new Alarm("x", null, 1)));

        assertThat(seen.get(5, TimeUnit.SECONDS).met()).isTrue();
        assertThat(looks.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void whatHappensByItselfWakes() throws Exception {
        server.spaces.change(
                SPACE, draft -> draft.put(Alarm.KIND, new Alarm("x", draft.now().plusMillis(300), 0)));
        var seen = waiting(LONG);

        assertThat(seen.get(5, TimeUnit.SECONDS).met()).isTrue();
        assertThat(looks.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void whileTheClockStandsNothingHappensUntilItIsAdvanced() throws Exception {
        server.spaces.change(SPACE, draft -> {
            SpaceServer.freeze(draft);
            draft.put(Alarm.KIND, new Alarm("x", draft.now().plusSeconds(1), 0));
        });
        var seen = waiting(LONG);
        assertThat(looks).hasValue(1);
        server.spaces.change(
                SPACE,
                draft -> draft.change(
                        SpaceSettings.KIND, s -> s.withClock(s.clock().advance(Duration.ofSeconds(1))), ""));

        assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo(new Sight<>(true, 1));
        assertThat(looks).hasValue(2);
    }

    @Test
    void aWriteToAnotherSpaceDoesNotWake() {
        var seen = waiting(Duration.ofMillis(200));
        server.spaces.change(new SpaceName("b"), draft -> draft.put(Alarm.KIND, new Alarm("x", null, 1)));

        assertThat(seen.join().met()).isFalse();
        assertThat(looks.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whenTheSpaceIsDroppedThereIsNothingToWaitFor() throws Exception {
        var seen = waiting(LONG);
        server.spaces.drop(SPACE);

        assertThat(seen.get(5, TimeUnit.SECONDS).met()).isFalse();
        assertThat(server.spaces.names()).isEmpty();
    }

    @Test
    void atTheEndOfTheServerNobodyIsKeptWaiting() throws Exception {
        var seen = waiting(LONG);
        server.watch.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));

        assertThat(seen.get(5, TimeUnit.SECONDS).met()).isFalse();
    }

    @Test
    void onlySoManyCanWait() throws Exception {
        CountDownLatch looked = new CountDownLatch(100);
        List<CompletableFuture<Sight<Integer>>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> server.watch.await(SPACE, LONG, draft -> {
                        looked.countDown();
                        return rung(draft);
                    }),
                    clients));
        }
        assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> server.watch.await(SPACE, LONG, this::rung))
                .isInstanceOf(TooManyWaitingException.class);

        server.spaces.change(SPACE, draft -> draft.put(Alarm.KIND, new Alarm("x", null, 1)));
        for (var seen : all) {
            assertThat(seen.get(10, TimeUnit.SECONDS).met()).isTrue();
        }
        assertThat(server.watch.await(SPACE, LONG, this::rung).met()).isTrue();
    }
}
