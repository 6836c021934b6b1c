package dev.dmock.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The machine's clock, to the millisecond: the only reader of it in the program. */
@Component
public class MachineTime {

    private final InstantSource source = InstantSource.system();

    public Instant now() {
        return source.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Nanoseconds since some moment; for measuring how long something takes, whatever happens to the clock. */
    public long ticks() {
        return System.nanoTime();
    }
}
