package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the dump unit took, and how far the load unit is with it.
 *
 * @param tables how many tables
 * @param rows how many rows
 * @param bytes about how large the files are
 * @param position where the binlog stood; null while nothing is dumped
 * @param gtids the GTID set then
 * @param holder the worker on which the dump files are; null while there are none
 * @param began when the unit at work began; null while none is
 * @param takes how long it takes
 * @param loaded whether all of it is written downstream
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

    /** The part of the work at hand that is done at an instant, from 0 to 1. */
    public double share(Instant at) {
        if (began == null || takes.isZero()) {
            return loaded ? 1 : 0;
        }
        return Math.min(1, Math.max(0, (double) Duration.between(began, at).toMillis() / takes.toMillis()));
    }
}
