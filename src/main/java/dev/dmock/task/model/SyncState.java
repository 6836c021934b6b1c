package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogPosition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a subtask's sync unit.
 *
 * @param position the position after the last processed transaction
 * @param gtids the GTID set at that position
 * @param reading the read position: beyond {@code position} after the end of a binlog file
 * @param checkpoint the last flushed position, where a recreated unit begins
 * @param checkpointGtids the GTID set at the checkpoint
 * @param earlier the older GTID set that the status still shows; null if it shows the checkpoint's
 * @param events the number of events read since the unit was created
 * @param safeUntil the end of safe mode, which makes repeated writes of rows idempotent; rows written upstream before
 *     it are safe, too
 * @param flushDue when the next checkpoint flush is due; null if the checkpoint is up to date
 * @param blockedBy the DDL statements of the shard lock that blocks the unit; empty if none does
 */
public record SyncState(
        BinlogPosition position,
        String gtids,
        BinlogPosition reading,
        BinlogPosition checkpoint,
        String checkpointGtids,
        @Nullable Shown earlier,
        long events,
        Instant safeUntil,
        @Nullable Instant flushDue,
        List<String> blockedBy) {

    @SuppressWarnings("ConstantValue") // data stored by older versions lacks the read position
    public SyncState {
        reading = Objects.requireNonNullElse(reading, position);
    }

    public static SyncState at(BinlogPosition position, String gtids, Instant safeUntil) {
        return new SyncState(position, gtids, position, position, gtids, null, 0, safeUntil, null, List.of());
    }

    public SyncState read(BinlogPosition behind, String set, long more) {
        return new SyncState(
                behind,
                set,
                behind,
                checkpoint,
                checkpointGtids,
                earlier,
                events + more,
                safeUntil,
                flushDue,
                List.of());
    }

    /** Returns the same position with its GTID set. */
    public SyncState knowing(String set) {
        return at(position, set, safeUntil);
    }

    /** Continues at the beginning of another file. */
    public SyncState readingAt(BinlogPosition beginning) {
        return new SyncState(
                position,
                gtids,
                beginning,
                checkpoint,
                checkpointGtids,
                earlier,
                events,
                safeUntil,
                flushDue,
                blockedBy);
    }

    public SyncState flushAt(@Nullable Instant instant) {
        return new SyncState(
                position, gtids, reading, checkpoint, checkpointGtids, earlier, events, safeUntil, instant, blockedBy);
    }

    public SyncState flushed() {
        return new SyncState(position, gtids, reading, position, gtids, null, events, safeUntil, null, blockedBy);
    }

    /** Flushes early: the status shows the previous GTID set until a real cluster would have flushed. */
    public SyncState flushedBefore(Instant now, Instant time) {
        boolean waits = earlier != null && now.isBefore(earlier.until);
        Shown still = waits ? earlier : new Shown(checkpointGtids, time);
        return new SyncState(position, gtids, reading, position, gtids, still, events, safeUntil, null, blockedBy);
    }

    /** Returns the checkpoint's GTID set as the status shows it. */
    public String shownGtids(Instant now) {
        return earlier != null && now.isBefore(earlier.until) ? earlier.gtids : checkpointGtids;
    }

    /** A GTID set that the status shows until an instant. */
    record Shown(String gtids, Instant until) {}

    public SyncState blocked(List<String> ddls) {
        return new SyncState(
                position,
                gtids,
                reading,
                checkpoint,
                checkpointGtids,
                earlier,
                events,
                safeUntil,
                flushDue,
                List.copyOf(ddls));
    }

    /** Returns the state of a recreated unit, which begins at the checkpoint. */
    public SyncState fromCheckpoint(Instant newSafeUntil) {
        return at(checkpoint, checkpointGtids, newSafeUntil);
    }
}
