package dev.dmock.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a space: the machine's, shifted, or standing still.
 *
 * @param shift how far it is ahead of the machine's clock while it runs
 * @param frozenAt what it shows while it stands; null while it runs
 */
public record SpaceClock(Duration shift, @Nullable Instant frozenAt) {

    /** What a clock shows is from 1970 to this: so it has a year of four digits, and sums are far from any overflow. */
    public static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    public static final SpaceClock RUNNING = new SpaceClock(Duration.ZERO, null);

    /** One that runs, and shows {@code instant} now. */
    public static SpaceClock showing(Instant instant, Instant machine) {
        return new SpaceClock(Duration.between(machine, instant), null);
    }

    public Instant read(Instant machine) {
        return frozenAt != null ? frozenAt : machine.plus(shift);
    }

    public SpaceClock freeze(Instant machine) {
        return new SpaceClock(shift, read(machine));
    }

    public SpaceClock resume(Instant machine) {
        return frozenAt == null ? this : showing(frozenAt, machine);
    }

    public SpaceClock advance(Duration by) {
        return frozenAt != null ? new SpaceClock(shift, frozenAt.plus(by)) : new SpaceClock(shift.plus(by), null);
    }

    /** Whether a clock can show this. */
    public static boolean canShow(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST);
    }

    public boolean frozen() {
        return frozenAt != null;
    }
}
