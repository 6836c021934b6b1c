package dev.dmock.task.model;

import java.time.Duration;

/**
 * The durations of units on a real cluster: measured on v5.3.0 and v8.1.0 with small tables, and estimated from rows,
 * bytes and threads for larger ones.
 */
public final class UnitDurations {

    /** From the creation of a subtask, or the binding of its source, to the initialization of its units. */
    public static final Duration PICK_UP = Duration.ofMillis(100);
    /**
     * From the creation of a task (v8) to the end of its initialization; the same in every pace, because no request
     * waits for it.
     */
    static final Duration INITIALIZATION = Duration.ofMillis(900);
    /** From a write upstream to its arrival downstream. */
    public static final Duration SYNC_LAG = Duration.ofMillis(50);
    /** From the start of the sync unit to its first event. */
    public static final Duration SYNC_START = Duration.ofMillis(500);
    /** From a shard DDL on the last shard to the end of the lock. */
    public static final Duration LOCK = Duration.ofMillis(1500);
    /** Between two checkpoints of the sync unit. */
    public static final Duration CHECKPOINT = Duration.ofSeconds(30);

    private static final long START_MILLIS = 300;
    private static final int MILLIS = 1000;
    private static final long DUMPED_ROWS_PER_SECOND = 25_000;
    private static final long DUMPED_BYTES_PER_SECOND = 20_000_000;
    private static final long LOADED_ROWS_PER_SECOND = 2_500;
    private static final long LOADED_BYTES_PER_SECOND = 2_000_000;

    private UnitDurations() {}

    public static Duration dump(FullState work, long threads) {
        return time(work, threads, DUMPED_ROWS_PER_SECOND, DUMPED_BYTES_PER_SECOND);
    }

    public static Duration load(FullState work, long threads) {
        return time(work, threads, LOADED_ROWS_PER_SECOND, LOADED_BYTES_PER_SECOND);
    }

    /** Adds the time for rows and the time for bytes, so that both many short rows and few long rows count. */
    private static Duration time(FullState work, long threads, long rowsPerSecond, long bytesPerSecond) {
        double seconds = (double) work.rows() / rowsPerSecond + (double) work.bytes() / bytesPerSecond;
        return Duration.ofMillis(START_MILLIS + (long) (seconds * MILLIS / Math.max(1, threads)));
    }
}
