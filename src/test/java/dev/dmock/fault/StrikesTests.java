package dev.dmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.fault.ArmedFault.Phase;
import dev.dmock.space.Drafts;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.version.ApiVersion;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which armed faults strike, and how that is counted. */
class StrikesTests {

    private final Strikes strikes = new Strikes();
    private final Draft draft = Drafts.empty(ApiVersion.V5_3, Pace.INSTANT);

    private static ArmedFault armed(long number, @Nullable Long times, double probability, Phase phase) {
        return new ArmedFault(
                number,
                Fault.RELAY_ERROR,
                Map.of(FaultScope.SOURCE, "s"),
                times,
                probability,
                Drafts.START,
                null,
                Map.of(),
                phase,
                0,
                0,
                null);
    }

    private boolean strike(Draft where, Fault fault, String source) {
        return strikes.strike(where, fault, armed -> armed.fits(FaultScope.SOURCE, source))
                .isPresent();
    }

    private static ArmedFault counted(Draft where, long number) {
        return where.get(ArmedFault.KIND, ArmedFault.inOrder(number));
    }

    @Test
    void strikesWhatItIsConfinedToAsOftenAsItIsToldTo() {
        draft.put(ArmedFault.KIND, armed(1, 2L, 1, Phase.ACTIVE));

        assertThat(strike(draft, Fault.RELAY_ERROR, "other")).isFalse();
        assertThat(strike(draft, Fault.DISK_FULL, "s")).isFalse();
        assertThat(counted(draft, 1).occasions()).isZero();
        assertThat(strike(draft, Fault.RELAY_ERROR, "s")).isTrue();
        assertThat(counted(draft, 1).state()).isEqualTo("active");
        assertThat(strike(draft, Fault.RELAY_ERROR, "s")).isTrue();
        assertThat(strike(draft, Fault.RELAY_ERROR, "s")).isFalse();
        assertThat(counted(draft, 1).state()).isEqualTo("spent");
        assertThat(counted(draft, 1).struck()).isEqualTo(2);
        assertThat(counted(draft, 1).occasions()).isEqualTo(2);
    }

    @Test
    void strikesOnlyWhileItIsInForce() {
        draft.put(ArmedFault.KIND, armed(1, null, 1, Phase.WAITING));
        draft.put(ArmedFault.KIND, armed(2, null, 1, Phase.OVER));
        assertThat(strike(draft, Fault.RELAY_ERROR, "s")).isFalse();
    }

    @Test
    void theOneThatWasArmedFirstStrikesFirst() {
        draft.put(ArmedFault.KIND, armed(10, 1L, 1, Phase.ACTIVE));
        draft.put(ArmedFault.KIND, armed(9, 1L, 1, Phase.ACTIVE));

        strike(draft, Fault.RELAY_ERROR, "s");
        assertThat(counted(draft, 9).struck()).isEqualTo(1);
        assertThat(counted(draft, 10).occasions()).isZero();
        strike(draft, Fault.RELAY_ERROR, "s");
        assertThat(counted(draft, 10).struck()).isEqualTo(1);
    }

    @Test
    void chanceDependsOnTheSeedTheFaultAndTheOccasionOnly() {
        String first = pattern(0, 1);
        assertThat(pattern(0, 1)).isEqualTo(first);
        assertThat(pattern(1, 1)).isNotEqualTo(first);
        assertThat(pattern(0, 2)).isNotEqualTo(first);
        assertThat(first.chars().filter(c -> c == 'x').count()).isBetween(140L, 260L);
    }

    private String pattern(long seed, long number) {
        Draft where = Drafts.empty(ApiVersion.V5_3, Pace.INSTANT);
        SpaceSettings settings = where.settings();
        where.put(
                SpaceSettings.KIND,
                new SpaceSettings(settings.api(), settings.pace(), settings.clock(), seed, settings.startWorld()));
        where.put(ArmedFault.KIND, armed(number, null, 0.2, Phase.ACTIVE));
        return IntStream.range(0, 1000)
                .mapToObj(i -> strike(where, Fault.RELAY_ERROR, "s") ? "x" : ".")
                .collect(Collectors.joining());
    }

    @Test
    void neverAndAlwaysAreWhatTheySay() {
        draft.put(ArmedFault.KIND, armed(1, null, 0, Phase.ACTIVE));
        assertThat(IntStream.range(0, 1000).anyMatch(i -> strike(draft, Fault.RELAY_ERROR, "s")))
                .isFalse();
        assertThat(counted(draft, 1).occasions()).isEqualTo(1000);
        draft.put(ArmedFault.KIND, armed(2, null, 1, Phase.ACTIVE));
        assertThat(IntStream.range(0, 1000).allMatch(i -> strike(draft, Fault.RELAY_ERROR, "s")))
                .isTrue();
    }
}
