package dev.dmock.space.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long things take in a space. */
public enum Pace {
    /** Nothing takes time, and nothing is retried automatically. */
    INSTANT,
    /** Durations as seen on a real cluster, by the space's running clock. */
    REAL,
    /** The same durations, but time moves only when it is told to. */
    MANUAL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Pace> ofLabel(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }

    /** How long something takes here that takes {@code real} on a real cluster. */
    public Duration of(Duration real) {
        return this == INSTANT ? Duration.ZERO : real;
    }
}
