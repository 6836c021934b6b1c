package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of the dump unit and the progress of the load unit.
 *
 * @param tables the number of dumped tables
 * @param rows the number of dumped rows
 * @param bytes the estimated size of the dump files
 * @param position the binlog position of the dump; null before the dump
 * @param gtids the GTID set at that position
 * @param holder the worker that stores the dump files; null if there are none
 * @param began when the running unit began; null if none is running
 * @param takes the duration of the running unit
 * @param loaded whether the whole dump is written downstream
 */
public record FullState(
        long tables,
        long rows,
        long bytes,
        @Nullable BinlogPosition position,
        String gtids,
        @Nullable String holder,
        @Nullable Instant began,
        Duration takes,
        boolean loaded) {

    public static final FullState NOTHING = new FullState(0, 0, 0, null, "", null, null, Duration.ZERO, false);

    public FullState working(Instant from, Duration time) {
        return new FullState(tables, rows, bytes, position, gtids, holder, from, time, loaded);
    }

    public FullState resting() {
        return new FullState(tables, rows, bytes, position, gtids, holder, null, Duration.ZERO, loaded);
    }

    public FullState done() {
        return new FullState(tables, rows, bytes, position, gtids, holder, null, Duration.ZERO, true);
    }

    /** Returns the progress of the running unit at an instant, from 0 to 1. */
    public double share(Instant at) {
        if (began == null || takes.isZero()) {
            return loaded ? 1 : 0;
        }
        return Math.min(1, Math.max(0, (double) Duration.between(began, at).toMillis() / takes.toMillis()));
    }
}
