package dev.dmock.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.space.SpaceServer.Alarm;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** With more spaces than are kept in memory, nothing gets lost; and spaces can be made, counted and made anew. */
@ParameterizedClass
@EnumSource(Database.class)
class ManySpacesTests {

    private static final SpaceName A = new SpaceName("a");

    private final SpaceServer server;

    ManySpacesTests(Database kept) {
        server = new SpaceServer(kept, 10);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int rung(SpaceName space) {
        return server.spaces.read(space, draft -> SpaceServer.rung(draft, "x"));
    }

    private static void ring(Draft draft) {
        draft.put(Alarm.KIND, new Alarm("x", null, SpaceServer.rung(draft, "x") + 1));
    }

    private static SpaceName name(int number) {
        return new SpaceName("s" + number);
    }

    @Test
    void spacesThatWereForgottenAreLoadedAgain() {
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 50; i++) {
                server.spaces.change(name(i), ManySpacesTests::ring);
            }
        }

        for (int i = 0; i < 50; i++) {
            assertThat(rung(name(i))).isEqualTo(3);
        }
    }

    @Test
    void writersDoNotLoseEachOthersWorkWhenSpacesAreForgotten() throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 2000; i++) {
            SpaceName space = name(i % 40);
            clients.execute(() -> server.spaces.change(space, ManySpacesTests::ring));
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        List<Integer> rung = IntStream.range(0, 40).mapToObj(i -> rung(name(i))).toList();
        assertThat(rung).containsOnly(50);
    }

    @Test
    void slotsAreBounded() {
        SpaceCache slots = new SpaceCache(10);
        for (int i = 0; i < 1000; i++) {
            slots.of(name(i));
            assertThat(slots.size()).isLessThanOrEqualTo(10);
        }
        SpaceCache.Slot last = slots.of(name(999));
        slots.of(name(1));
        assertThat(slots.of(name(999))).isSameAs(last);
    }

    @Test
    void aSpaceIsMadeByTheFirstWorkAlone() {
        assertThat(server.spaces.found(A, draft -> {
                    SpaceServer.begin(draft);
                    ring(draft);
                }))
                .isTrue();
        assertThat(server.spaces.found(A, ManySpacesTests::ring)).isFalse();

        assertThat(rung(A)).isEqualTo(2);
    }

    @Test
    void askingForASpaceDoesNotMakeIt() {
        assertThat(server.spaces.overview(A)).isEmpty();
        assertThat(server.spaces.names()).isEmpty();
    }

    @Test
    void recordsOfSpacesAreCountedByTheFirstPartOfTheirKeys() {
        server.spaces.change(A, draft -> {
            draft.put(Alarm.KIND, new Alarm("x", null, 0));
            draft.put(Alarm.KIND, new Alarm("y", null, 0));
        });
        server.spaces.change(name(1), draft -> {});

        assertThat(server.spaces.overview(null, Alarm.KIND))
                .extracting(o -> o.name().value() + " " + o.count(Alarm.KIND))
                .containsExactly("a 2", "s1 0");
        assertThat(server.spaces.overview(A, Alarm.KIND))
                .singleElement()
                .satisfies(o -> assertThat(o.settings().pace()).isEqualTo(Pace.REAL));
    }

    @Test
    void theTimelineKeepsTheLastThousand() {
        server.spaces.change(A, draft -> {
            for (int i = 1; i <= 1500; i++) {
                draft.note(TimelineEntry.of(TimelineEntry.Event.WORLD, "event", "e" + i));
            }
        });
        server.spaces.change(A, draft -> draft.note(TimelineEntry.of(TimelineEntry.Event.CLOCK)));

        List<TimelineEntry> notes = server.spaces.read(A, draft -> List.copyOf(draft.all(TimelineEntry.KIND)));
        assertThat(notes)
                .hasSize(1000)
                .extracting(TimelineEntry::id)
                .startsWith(502L)
                .endsWith(1500L, 1501L);
        assertThat(notes.get(0).about()).containsEntry("event", "e502");
    }
}
