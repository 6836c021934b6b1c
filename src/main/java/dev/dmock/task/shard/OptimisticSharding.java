package dev.dmock.task.shard;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.world.database.model.BinlogEvent;

/**
 * The policy for optimistic shard DDL in one DM version: a table continues after a DDL without the other shards as long
 * as one structure fits them all.
 */
public interface OptimisticSharding {

    /**
     * Decides on a DDL.
     *
     * @throws UnitFailure if DM rejects the DDL
     */
    Verdict judge(Draft draft, Step step);

    /** Records that the table passed a DDL without waiting. */
    void passed(Draft draft, Step step);

    /**
     * A DDL that a table has reached.
     *
     * @param before the table's structure before the DDL
     * @param after the table's structure after the DDL
     */
    record Step(Subtask subtask, BinlogEvent event, DdlOperation ddl, TableStructure before, TableStructure after) {

        TableName table() {
            return ddl.tables().get(0);
        }

        TableName target() {
            return subtask.rules().target(table());
        }

        /** Returns the DDL as rewritten for the target. */
        String statement() {
            return ddl.restore(subtask.rules()::target);
        }
    }

    /** The decision on a DDL. */
    enum Verdict {
        /** Execute it on the target. */
        EXECUTE,
        /** Skip it and continue: the target has it already, or does not get it yet. */
        SKIP,
        /** Wait for the other shards. */
        WAIT
    }
}
