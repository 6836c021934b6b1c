package dev.dmock.task.shard;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.world.database.model.BinlogEvent;

/**
 * Shard DDL in optimistic mode, as one generation deals with it: a table goes on after a DDL without the others that are
 * merged into its target, as long as there is a structure that all of them fit into.
 */
public interface OptimisticSharding {

    /**
     * What is to be done about a DDL.
     *
     * @throws UnitFailure if DM gives up on it
     */
    Verdict judge(Draft draft, Step step);

    /** The table has gone on after a DDL that it did not have to wait for. */
    void passed(Draft draft, Step step);

    /**
     * A DDL that a table has come to.
     *
     * @param before the table's structure until now
     * @param after its structure with the DDL
     */
    record Step(Subtask subtask, BinlogEvent event, DdlOperation ddl, TableStructure before, TableStructure after) {

        TableName table() {
            return ddl.tables().get(0);
        }

        TableName target() {
            return subtask.rules().target(table());
        }

        /** The DDL as it is written for the target. */
        String statement() {
            return ddl.restore(subtask.rules()::target);
        }
    }

    /** What is to be done about a DDL. */
    enum Verdict {
        /** The target gets it. */
        EXECUTE,
        /** The target has it already, or does not get it yet; the table goes on. */
        SKIP,
        /** The table waits for the others. */
        WAIT
    }
}
