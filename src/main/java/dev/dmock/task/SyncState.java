package dev.dmock.task;

import dev.dmock.world.database.BinlogPosition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the sync unit of a subtask is.
 *
 * @param position behind the last transaction that was dealt with
 * @param gtids the GTID set up to there
 * @param checkpoint the position that was flushed last; the unit begins there when it is made anew
 * @param checkpointGtids the GTID set up to there
 * @param events how many events the unit has read since it was made
 * @param safeUntil until when rows are written so that repeating them does no harm, and all that was written upstream
 *     before
 * @param flushDue when the checkpoint is flushed next; null if it has caught up
 * @param blockedBy the DDL statements of a shard lock that the unit waits for; empty if it waits for none
 */
public record SyncState(
        BinlogPosition position,
        String gtids,
        BinlogPosition checkpoint,
        String checkpointGtids,
        long events,
        Instant safeUntil,
        @Nullable Instant flushDue,
        List<String> blockedBy) {

    static SyncState at(BinlogPosition position, String gtids, Instant safeUntil) {
        return new SyncState(position, gtids, position, gtids, 0, safeUntil, null, List.of());
    }

    SyncState read(BinlogPosition behind, String set, long more) {
        return new SyncState(behind, set, checkpoint, checkpointGtids, events + more, safeUntil, flushDue, List.of());
    }

    SyncState flushAt(@Nullable Instant instant) {
        return new SyncState(position, gtids, checkpoint, checkpointGtids, events, safeUntil, instant, blockedBy);
    }

    SyncState flushed() {
        return new SyncState(position, gtids, position, gtids, events, safeUntil, null, blockedBy);
    }

    SyncState blocked(List<String> ddls) {
        return new SyncState(
                position, gtids, checkpoint, checkpointGtids, events, safeUntil, flushDue, List.copyOf(ddls));
    }

    /** As a unit that is made anew begins: at the checkpoint. */
    SyncState fromCheckpoint(Instant newSafeUntil) {
        return at(checkpoint, checkpointGtids, newSafeUntil);
    }
}
