package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogPosition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the sync unit of a subtask is.
 *
 * @param position behind the last transaction that was dealt with
 * @param gtids the GTID set up to there
 * @param reading where the upstream is read: behind the position once a binlog file has ended
 * @param checkpoint the position that was flushed last; the unit begins there when it is made anew
 * @param checkpointGtids the GTID set up to there
 * @param earlier the GTID set that the status still shows in place of the checkpoint's; null if it shows that
 * @param events how many events the unit has read since it was made
 * @param safeUntil until when rows are written so that repeating them does no harm, and all that was written upstream
 *     before
 * @param flushDue when the checkpoint is flushed next; null if it has caught up
 * @param blockedBy the DDL statements of a shard lock that the unit waits for; empty if it waits for none
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

    @SuppressWarnings("ConstantValue") // facts that an older program stored lack the place of reading
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

    /** The same place with the GTID set that belongs to it. */
    public SyncState knowing(String set) {
        return at(position, set, safeUntil);
    }

    /** Goes on reading in another file, at its beginning. */
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

    /** Flushed before its time: what was flushed before is shown until a real cluster would have flushed. */
    public SyncState flushedBefore(Instant now, Instant time) {
        boolean waits = earlier != null && now.isBefore(earlier.until);
        Shown still = waits ? earlier : new Shown(checkpointGtids, time);
        return new SyncState(position, gtids, reading, position, gtids, still, events, safeUntil, null, blockedBy);
    }

    /** The GTID set of the checkpoint as the status shows it. */
    public String shownGtids(Instant now) {
        return earlier != null && now.isBefore(earlier.until) ? earlier.gtids : checkpointGtids;
    }

    /** What is shown until some time. */
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

    /** As a unit that is made anew begins: at the checkpoint. */
    public SyncState fromCheckpoint(Instant newSafeUntil) {
        return at(checkpoint, checkpointGtids, newSafeUntil);
    }
}
