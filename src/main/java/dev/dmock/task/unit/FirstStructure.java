package dev.dmock.task.unit;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.KnownStructure;
import dev.dmock.task.model.OptimisticLockV5;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;

/** Finds the structure with which a table enters the schema tracker. */
final class FirstStructure {

    private FirstStructure() {}

    /** Returns the structure before its shards began to differ, or else the target's. */
    static TableStructure of(Draft draft, Subtask subtask, TableName table, DatabaseSession downstream) {
        TableName target = subtask.rules().target(table);
        return draft.find(OptimisticLockV5.KIND, subtask.task(), target.schema(), target.table())
                .map(OptimisticLockV5::initial)
                .orElseGet(() -> targetStructure(draft, table, target, downstream));
    }

    private static TableStructure targetStructure(
            Draft draft, TableName table, TableName target, DatabaseSession downstream) {
        try {
            return downstream.structure(target);
        } catch (DatabaseException e) {
            throw new UnitFailure(
                    DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_FETCH_DOWNSTREAM_TABLE, target.quoted(), table.quoted())
                            .causedBy(UnitConnections.text(draft, e)));
        }
    }

    /** Removes partitions of a kind that the TiDB embedded in this DM version does not support. */
    static KnownStructure partitioned(Draft draft, KnownStructure known) {
        Partitioning by = known.structure().partitioning();
        if (by == null || draft.has(Trait.LIST_PARTITIONS_TRACKED)) {
            return known;
        }
        boolean unknown = by.method() == Partitioning.Method.LIST
                || (by.method() == Partitioning.Method.KEY && !draft.has(Trait.DUMP_TRACKED));
        return unknown ? new KnownStructure(known.structure().withPartitioning(null), known.clustered()) : known;
    }
}
