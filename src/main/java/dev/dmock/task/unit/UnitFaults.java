package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the units of subtasks meet with on purpose; implemented above. */
public interface UnitFaults {

    /**
     * Whether a unit meets with a trouble at something that it does now.
     *
     * @param table the upstream table that it is about; null if about none
     * @return what the other side says, as far as the trouble leaves that open; empty if all goes well
     */
    Optional<String> strike(Draft draft, Subtask subtask, Trouble trouble, @Nullable TableName table);

    /**
     * How much longer than usual the unit of a subtask takes: a dump or a load as a whole, the sync unit for each
     * transaction.
     */
    Duration lag(Draft draft, Subtask subtask);

    /** What a unit can meet with. */
    enum Trouble {
        /** The dump unit cannot write its files. */
        DISK_FULL,
        /** The upstream lacks the binlog that the sync unit has to read next. */
        BINLOG_PURGED,
        /** The upstream lacks transactions that the sync unit has had, by their GTIDs. */
        GTID_MISMATCH,
        /** The target has a row already that the load unit writes. */
        DUPLICATE_IN_LOAD,
        /** The target has a row already that the sync unit inserts. */
        DUPLICATE_IN_SYNC,
        /** The target cannot execute a DDL. */
        UNSUPPORTED_DDL,
        /** A DDL of a shard does not go together with those of others. */
        SHARD_CONFLICT
    }
}
