package dev.dmock.space.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.Drafts;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTests {

    /** Counts up at its own interval, and writes down when. */
    record Ticker(
            String name,
            Duration interval,
            List<Instant> ticks,
            @Nullable Instant due) {

        static final Kind<Ticker> KIND = new Kind<>("ticker", Ticker.class, t -> Key.of(t.name), Ticker::due);

        Ticker tick(Instant now) {
            List<Instant> more = new java.util.ArrayList<>(ticks);
            more.add(now);
            return new Ticker(name, interval, List.copyOf(more), now.plus(interval));
        }
    }

    private static final DueHandler<Ticker> TICKING = new DueHandler<>() {
        @Override
        public Kind<Ticker> kind() {
            return Ticker.KIND;
        }

        @Override
        public void happen(Draft draft, Ticker ticker) {
            draft.put(Ticker.KIND, ticker.tick(draft.now()));
        }
    };

    private final Simulation simulation = new Simulation(List.of(TICKING));

    private static Draft twoTickers() {
        Draft draft = Drafts.empty(ApiVersion.V5_3, Pace.MANUAL);
        Instant soon = Drafts.START.plusSeconds(1);
        draft.put(Ticker.KIND, new Ticker("a", Duration.ofSeconds(7), List.of(), soon));
        draft.put(Ticker.KIND, new Ticker("b", Duration.ofSeconds(11), List.of(), soon));
        return draft;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60, 360, 3600})
    void theStateIsTheSameHoweverOneGotThere(int steps) {
        Draft atOnce = twoTickers();
        simulation.advance(atOnce, Drafts.START.plusSeconds(3600));
        Draft stepwise = twoTickers();
        for (int i = 1; i <= steps; i++) {
            simulation.advance(stepwise, Drafts.START.plusSeconds(3600L * i / steps));
        }

        assertThat(stepwise.all(Ticker.KIND)).containsExactlyElementsOf(atOnce.all(Ticker.KIND));
        assertThat(stepwise.now()).isEqualTo(atOnce.now());
    }

    @Test
    void eventsSeeTheTimeAtWhichTheyAreDue() {
        Draft draft = twoTickers();
        simulation.advance(draft, Drafts.START.plusSeconds(10));

        assertThat(draft.get(Ticker.KIND, "a").ticks())
                .containsExactly(Drafts.START.plusSeconds(1), Drafts.START.plusSeconds(8));
    }

    @Test
    void nothingHappensBeforeItIsDue() {
        Draft draft = twoTickers();

        assertThat(simulation.advance(draft, Drafts.START)).isFalse();
        assertThat(simulation.advance(draft, Drafts.START.plusSeconds(1))).isTrue();
    }

    @Test
    void anEventThatChangesNothingIsAMistakeOfOurs() {
        Simulation broken = new Simulation(List.of(new DueHandler<Ticker>() {
            @Override
            public Kind<Ticker> kind() {
                return Ticker.KIND;
            }

            @Override
            public void happen(Draft draft, Ticker ticker) {}
        }));

        assertThatThrownBy(() -> broken.advance(twoTickers(), Drafts.START.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing came of");
    }
}
