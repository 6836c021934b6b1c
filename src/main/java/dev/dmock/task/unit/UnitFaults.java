package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults injected into units; implemented in a higher layer. */
public interface UnitFaults {

    /**
     * Tells whether a fault applies to the current step of a unit.
     *
     * @param table the upstream table of the step; null if the step has none
     * @return the error text of the other side, as far as the fault leaves it open; empty if no fault applies
     */
    Optional<String> strike(Draft draft, Subtask subtask, Trouble trouble, @Nullable TableName table);

    /** Returns the injected delay of a subtask's unit: per dump or load, or per transaction of the sync unit. */
    Duration lag(Draft draft, Subtask subtask);

    /** The kinds of faults. */
    enum Trouble {
        /** The dump unit cannot write its files. */
        DISK_FULL,
        /** The upstream lacks the binlog that the sync unit reads next. */
        BINLOG_PURGED,
        /** The upstream lacks transactions that the sync unit has already read, by their GTIDs. */
        GTID_MISMATCH,
        /** The target already has a row that the load unit writes. */
        DUPLICATE_IN_LOAD,
        /** The target already has a row that the sync unit inserts. */
        DUPLICATE_IN_SYNC,
        /** The target cannot execute a DDL. */
        UNSUPPORTED_DDL,
        /** A shard's DDL conflicts with those of other shards. */
        SHARD_CONFLICT
    }
}
