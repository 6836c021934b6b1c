package dev.dmock.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.space.SpaceServer.Alarm;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.store.SpaceName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was made of a space's facts is taken again as long as it would be made the same, and no longer. */
class DependencyTrackerTests {

    private static final SpaceName A = new SpaceName("a");
    private static final SpaceName B = new SpaceName("b");

    private final SpaceServer server = new SpaceServer(10);
    private final Spaces spaces = server.spaces;

    /** Making a space is more than reading it. */
    @BeforeEach
    void begin() {
        spaces.read(A, Draft::settings);
        spaces.read(B, Draft::settings);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void keepAfter(Consumer<Spaces> work) {
        try (DependencyTracker trace = spaces.trace(A)) {
            work.accept(spaces);
            trace.keep("key", "made", 4);
        }
    }

    private Optional<String> recalled() {
        return spaces.recall(A, "key", String.class);
    }

    private static void put(Draft draft) {
        draft.put(Alarm.KIND, new Alarm("x", null, 0));
    }

    @Test
    void whatIsMadeOfFactsIsFoundAgain() {
        keepAfter(s -> {
            s.read(A, Draft::settings);
            s.read(A, draft -> draft.all(Alarm.KIND).size());
        });

        assertThat(recalled()).contains("made");
        assertThat(spaces.recall(A, "other key", String.class)).isEmpty();
        assertThat(spaces.recall(B, "key", String.class)).isEmpty();
    }

    @Test
    void aWriteEndsIt() {
        keepAfter(s -> s.read(A, Draft::settings));
        spaces.change(A, DependencyTrackerTests::put);

        assertThat(recalled()).isEmpty();
    }

    @Test
    void whatHappensByItselfEndsIt() {
        spaces.change(A, SpaceServer::freeze);
        spaces.change(
                A, draft -> draft.put(Alarm.KIND, new Alarm("x", draft.now().plusSeconds(1), 0)));
        keepAfter(s -> s.read(A, draft -> SpaceServer.rung(draft, "x")));
        assertThat(recalled()).contains("made");

        spaces.change(
                A,
                draft -> draft.change(
                        SpaceSettings.KIND,
                        settings -> settings.withClock(settings.clock().advance(Duration.ofSeconds(2))),
                        ""));
        assertThat(recalled()).isEmpty();
        assertThat(spaces.<Integer>read(A, draft -> SpaceServer.rung(draft, "x")))
                .isEqualTo(1);
    }

    @Test
    void whatHasToDoWithTheTimeIsNotKept() {
        keepAfter(s -> s.read(A, Draft::now));
        assertThat(recalled()).isEmpty();
        keepAfter(s -> s.read(A, Draft::machine));
        assertThat(recalled()).isEmpty();
        keepAfter(s -> s.read(A, Draft::untilNextEvent));
        assertThat(recalled()).isEmpty();
        keepAfter(s -> s.read(A, draft -> draft.after(Duration.ofSeconds(1))));
        assertThat(recalled()).isEmpty();
    }

    @Test
    void whatIsMadeOfOtherSpacesOrOfDifferentFactsIsNotKept() {
        keepAfter(s -> {
            s.read(A, Draft::settings);
            s.read(B, Draft::settings);
        });
        assertThat(recalled()).isEmpty();
        keepAfter(s -> {
            s.read(A, Draft::settings);
            s.change(A, DependencyTrackerTests::put);
            s.read(A, Draft::settings);
        });
        assertThat(recalled()).isEmpty();
    }

    @Test
    void whatWasMadeWithoutReadingIsNotKept() {
        keepAfter(s -> {});

        assertThat(recalled()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKeptAndManyThingsMakeRoom() {
        try (DependencyTracker trace = spaces.trace(A)) {
            spaces.read(A, Draft::settings);
            trace.keep("large", "made", 1_000_000);
            for (int i = 0; i < 1000; i++) {
                trace.keep(i, "made", 1000);
            }
        }

        assertThat(spaces.recall(A, "large", String.class)).isEmpty();
        assertThat(spaces.recall(A, 999, String.class)).contains("made");
        assertThat(spaces.recall(A, 0, String.class)).isEmpty();
    }
}
