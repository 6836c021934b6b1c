package dev.dmock.task;

import java.time.Duration;

/**
 * How long the units take on a real cluster: figures seen on v5.3.0 and v8.1.0 with small tables, and beyond those an
 * estimate by rows and threads.
 */
final class Timing {

    /** From creating or starting a subtask to its worker running it. */
    static final Duration PICK_UP = Duration.ofMillis(100);
    /** From a write upstream to its arrival downstream. */
    static final Duration SYNC_LAG = Duration.ofMillis(50);
    /** From the start of the sync unit to its first event. */
    static final Duration SYNC_START = Duration.ofMillis(500);
    /** From a shard DDL on the last shard to the end of the lock. */
    static final Duration LOCK = Duration.ofMillis(1500);
    /** Between two checkpoints of the sync unit. */
    static final Duration CHECKPOINT = Duration.ofSeconds(30);

    private static final long START_MILLIS = 300;
    private static final long DUMPED_ROWS_PER_SECOND = 25_000;
    private static final long LOADED_ROWS_PER_SECOND = 2_500;

    private Timing() {}

    static Duration dump(long rows, long threads) {
        return Duration.ofMillis(START_MILLIS + rows * 1000 / (DUMPED_ROWS_PER_SECOND * Math.max(1, threads)));
    }

    static Duration load(long rows, long threads) {
        return Duration.ofMillis(START_MILLIS + rows * 1000 / (LOADED_ROWS_PER_SECOND * Math.max(1, threads)));
    }
}
