package dev.dmock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpaceClockTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void runsWithTheMachineAtFirst() {
        assertThat(SpaceClock.RUNNING.read(NOON)).isEqualTo(NOON);
    }

    @Test
    void standsStillWhileItIsFrozen() {
        SpaceClock frozen = SpaceClock.RUNNING.freeze(NOON);

        assertThat(frozen.read(NOON.plusSeconds(60))).isEqualTo(NOON);
        assertThat(frozen.frozen()).isTrue();
    }

    @Test
    void freezingAFrozenClockChangesNothing() {
        SpaceClock frozen = SpaceClock.RUNNING.freeze(NOON);

        assertThat(frozen.freeze(NOON.plusSeconds(60))).isEqualTo(frozen);
    }

    @Test
    void goesOnFromWhatItShowed() {
        SpaceClock resumed = SpaceClock.RUNNING.freeze(NOON).resume(NOON.plusSeconds(60));

        assertThat(resumed.read(NOON.plusSeconds(61))).isEqualTo(NOON.plusSeconds(1));
        assertThat(resumed.frozen()).isFalse();
    }

    @Test
    void showsNothingBefore1970NorAfterTheYear8999() {
        assertThat(SpaceClock.canShow(Instant.EPOCH)).isTrue();
        assertThat(SpaceClock.canShow(Instant.EPOCH.minusNanos(1))).isFalse();
        assertThat(SpaceClock.canShow(SpaceClock.LATEST)).isTrue();
        assertThat(SpaceClock.canShow(SpaceClock.LATEST.plusNanos(1))).isFalse();
    }

    @Test
    void canBeAdvancedWhetherItRunsOrNot() {
        Duration hour = Duration.ofHours(1);

        assertThat(SpaceClock.RUNNING.advance(hour).read(NOON)).isEqualTo(NOON.plus(hour));
        assertThat(SpaceClock.RUNNING.freeze(NOON).advance(hour).read(NOON.plusSeconds(9)))
                .isEqualTo(NOON.plus(hour));
    }
}
