package dev.dmock.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Kinds;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.Simulation;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.store.CommitQueue;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.SpaceStore;
import dev.dmock.time.MachineTime;
import dev.dmock.time.SpaceClock;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spaces on a real database: what is written is there, also for another server on the same database. */
@ParameterizedClass
@EnumSource(Database.class)
class SpacesTests {

    record Counter(String name, int value) {

        static final Kind<Counter> KIND = Kind.of("counter", Counter.class, c -> Key.of(c.name));
    }

    private static final SpaceName A = new SpaceName("a");
    private static final SpaceName B = new SpaceName("b");

    private final Database.Open database;
    private final Spaces spaces;

    SpacesTests(Database kept) {
        database = kept.open();
        spaces = server();
    }

    private Spaces server() {
        SpaceStore store = new SpaceStore(
                JdbcClient.create(database.source()),
                new TransactionTemplate(new JdbcTransactionManager(database.source())),
                new CommitQueue(),
                List.of(Kinds.of(SpaceSettings.KIND, Counter.KIND)),
                database.storage());
        SpaceInitializer genesis = (draft, name) -> draft.put(
                SpaceSettings.KIND, new SpaceSettings(ApiVersion.DOCS, Pace.INSTANT, SpaceClock.RUNNING, 0, "{}"));
        return new Spaces(store, new Simulation(List.of()), new MachineTime(), genesis, new SpaceChangeNotifier());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int count(Draft draft) {
        return draft.find(Counter.KIND, "c").map(Counter::value).orElse(0);
    }

    private static void increment(Draft draft) {
        draft.put(Counter.KIND, new Counter("c", count(draft) + 1));
    }

    @Test
    void aSpaceIsThereWhenItIsFirstUsed() {
        assertThat(spaces.names()).isEmpty();
        assertThat(spaces.read(A, SpacesTests::count)).isZero();
        assertThat(spaces.names()).containsExactly(A);
    }

    @Test
    void whatIsWrittenIsRead() {
        spaces.change(A, SpacesTests::increment);
        spaces.change(A, SpacesTests::increment);

        assertThat(spaces.read(A, SpacesTests::count)).isEqualTo(2);
    }

    @Test
    void spacesAreApart() {
        spaces.change(A, SpacesTests::increment);

        assertThat(spaces.read(B, SpacesTests::count)).isZero();
    }

    @Test
    void whatAReadChangesIsForgotten() {
        spaces.read(A, draft -> {
            increment(draft);
            return null;
        });

        assertThat(spaces.read(A, SpacesTests::count)).isZero();
    }

    @Test
    void arefusedWriteChangesNothing() {
        assertThatThrownBy(() -> spaces.change(A, draft -> {
                    increment(draft);
                    throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, "s").asException();
                }))
                .isInstanceOf(DmException.class);

        assertThat(spaces.read(A, SpacesTests::count)).isZero();
    }

    @Test
    void aFailureAfterTheFactKeepsWhatWasDone() {
        assertThatThrownBy(() -> spaces.change(A, draft -> {
                    increment(draft);
                    throw DmError.of(DmCode.SCHEDULER_START_RELAY_ON_BOUND).afterTheFact();
                }))
                .isInstanceOf(DmException.class);

        assertThat(spaces.read(A, SpacesTests::count)).isEqualTo(1);
    }

    @Test
    void aRefusedWriteKeepsWhatWasPutForGood() {
        spaces.change(A, SpacesTests::increment);
        assertThatThrownBy(() -> spaces.change(A, draft -> {
                    draft.putForGood(Counter.KIND, new Counter("attempts", 1));
                    increment(draft);
                    throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, "s").asException();
                }))
                .isInstanceOf(DmException.class);

        assertThat(server().read(A, SpacesTests::count)).isEqualTo(1);
        assertThat(server().<Boolean>read(A, draft -> draft.has(Counter.KIND, "attempts")))
                .isTrue();
    }

    @Test
    void aReadKeepsWhatItPutsForGood() {
        assertThatThrownBy(() -> spaces.read(A, draft -> {
                    draft.putForGood(Counter.KIND, new Counter("c", count(draft) + 1));
                    throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, "s").asException();
                }))
                .isInstanceOf(DmException.class);
        String answer = spaces.read(A, draft -> {
            draft.putForGood(Counter.KIND, new Counter("c", count(draft) + 1));
            return "read";
        });

        assertThat(answer).isEqualTo("read");
        assertThat(server().read(A, SpacesTests::count)).isEqualTo(2);
    }

    @Test
    void anotherServerOnTheDatabaseGoesOnWhereThisOneWas() {
        spaces.change(A, SpacesTests::increment);
        Spaces other = server();
        other.change(A, SpacesTests::increment);

        assertThat(other.read(A, SpacesTests::count)).isEqualTo(2);
    }

    @Test
    void aServerThatWasOvertakenDoesNotWriteOverIt() {
        spaces.change(A, SpacesTests::increment);
        Spaces other = server();
        other.change(A, SpacesTests::increment);
        spaces.change(A, SpacesTests::increment);

        assertThat(spaces.read(A, SpacesTests::count)).isEqualTo(3);
    }

    @Test
    void writersDoNotLoseEachOthersWork() throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 200; i++) {
            SpaceName space = i % 2 == 0 ? A : B;
            clients.execute(() -> spaces.change(space, SpacesTests::increment));
        }
        clients.shutdown();

        assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(spaces.read(A, SpacesTests::count)).isEqualTo(100);
        assertThat(server().read(B, SpacesTests::count)).isEqualTo(100);
    }

    @Test
    void serversDoNotLoseEachOthersWork() throws InterruptedException {
        List<Spaces> servers = List.of(spaces, server(), server());
        ExecutorService clients = Executors.newFixedThreadPool(9);
        for (int i = 0; i < 120; i++) {
            Spaces used = servers.get(i % 3);
            SpaceName space = new SpaceName("s" + i / 3 % 4);
            clients.execute(() -> used.change(space, SpacesTests::increment));
        }
        clients.shutdown();

        assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(spaces.names()).hasSize(4);
        Spaces another = server();
        assertThat(spaces.names())
                .allSatisfy(space ->
                        assertThat(another.read(space, SpacesTests::count)).isEqualTo(30));
    }

    /** As when its process was stopped for a while. */
    @Test
    void aServerThatSleptInTheMiddleOfAWriteDoesNotWriteOverWhatOthersWrote() {
        spaces.change(A, SpacesTests::increment);
        Spaces other = server();
        List<Integer> begunWith = new ArrayList<>();
        spaces.change(A, draft -> {
            if (begunWith.isEmpty()) {
                other.change(A, SpacesTests::increment);
            }
            begunWith.add(count(draft));
            increment(draft);
        });

        assertThat(begunWith).containsExactly(1, 2);
        assertThat(other.read(B, SpacesTests::count)).isZero();
        assertThat(server().read(A, SpacesTests::count)).isEqualTo(3);
    }

    @Test
    void aSlowWriterDoesNotDelayAnotherSpace() {
        spaces.change(A, draft -> {
            CompletableFuture<Integer> meanwhile = CompletableFuture.supplyAsync(() -> {
                spaces.change(B, SpacesTests::increment);
                return spaces.read(B, SpacesTests::count);
            });
            assertThat(meanwhile).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1);
            increment(draft);
        });

        assertThat(spaces.read(A, SpacesTests::count)).isEqualTo(1);
    }

    @Test
    void aDroppedSpaceIsGoneAndCanBeginAgain() {
        spaces.change(A, SpacesTests::increment);

        assertThat(spaces.drop(A)).isTrue();
        assertThat(spaces.drop(A)).isFalse();
        assertThat(spaces.read(A, SpacesTests::count)).isZero();
    }

    @Test
    void theClockCanBeAdvanced() {
        spaces.change(
                A,
                draft -> draft.change(
                        SpaceSettings.KIND, s -> s.withClock(s.clock().freeze(draft.machine())), ""));
        var before = spaces.read(A, Draft::now);
        spaces.change(
                A,
                draft -> draft.change(
                        SpaceSettings.KIND, s -> s.withClock(s.clock().advance(Duration.ofHours(1))), ""));

        assertThat(spaces.read(A, Draft::now)).isEqualTo(before.plus(Duration.ofHours(1)));
    }
}
