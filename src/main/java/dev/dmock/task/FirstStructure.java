package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.Partitioning;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;

/** The structure with which a table comes into the schema tracker. */
final class FirstStructure {

    private FirstStructure() {}

    /** What it was before shards of it began to differ, or else the target's. */
    static TableStructure of(Draft draft, Subtask subtask, TableName table, Session downstream) {
        TableName target = subtask.rules().target(table);
        return draft.find(ShardLock.KIND, subtask.task(), target.schema(), target.table())
                .map(ShardLock::initial)
                .orElseGet(() -> targetStructure(draft, table, target, downstream));
    }

    private static TableStructure targetStructure(Draft draft, TableName table, TableName target, Session downstream) {
        try {
            return downstream.structure(target);
        } catch (DatabaseException e) {
            throw new UnitFailure(
                    DmError.of(44007, target.quoted(), table.quoted()).causedBy(Endpoints.text(draft, e)));
        }
    }

    /** Without partitions of a kind that the TiDB inside this version of DM does not know. */
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
