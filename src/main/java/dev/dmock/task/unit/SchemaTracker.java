package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.DdlKind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlEngine;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.model.CheckpointTable;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.KnownStructure;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TrackedSchema;
import dev.dmock.task.model.TrackedTable;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a subtask's sync unit knows of the structures of upstream tables (the worker's schema tracker), and what of that
 * is in its checkpoint. In v5 a table becomes known with its first event; in v8 all dumped tables are known. When the
 * unit stops, v5's tracker goes back to the checkpoint; v8's is made anew from it when the unit runs again.
 */
@Component
public class SchemaTracker {

    private final CheckpointTables points;
    private final TargetTables targets;

    SchemaTracker(CheckpointTables points, TargetTables targets) {
        this.points = points;
        this.targets = targets;
    }

    /** The tables that are followed. */
    public List<TrackedTable> tables(Draft draft, Subtask subtask) {
        return List.copyOf(draft.under(TrackedTable.KIND, subtask.task(), subtask.source()));
    }

    /** The schemas that are followed, in order. */
    public List<String> schemas(Draft draft, Subtask subtask) {
        return draft.under(TrackedSchema.KIND, subtask.task(), subtask.source()).stream()
                .map(TrackedSchema::schema)
                .toList();
    }

    /** A table's name as it is tracked; the name itself if it is not tracked. */
    public TableName spelling(Draft draft, Subtask subtask, TableName table) {
        if (draft.has(TrackedTable.KIND, subtask.task(), subtask.source(), table.schema(), table.table())
                || TrackedSchemas.tellsCase(draft, subtask)) {
            return table;
        }
        return draft.under(TrackedTable.KIND, subtask.task(), subtask.source()).stream()
                .map(TrackedTable::table)
                .filter(t ->
                        t.schema().equalsIgnoreCase(table.schema()) && t.table().equalsIgnoreCase(table.table()))
                .findFirst()
                .orElse(table);
    }

    /** Whether two names of schemas are one to the tracker. */
    public boolean isSame(Draft draft, Subtask subtask, String schema, String other) {
        return TrackedSchemas.isSame(draft, subtask, schema, other);
    }

    /** The structure of a table that is followed. */
    public Optional<KnownStructure> find(Draft draft, Subtask subtask, TableName table) {
        TableName spelled = spelling(draft, subtask, table);
        return draft.find(TrackedTable.KIND, subtask.task(), subtask.source(), spelled.schema(), spelled.table())
                .map(TrackedTable::known);
    }

    /** The structure that the operations on structures show: the tracker's in v5, the checkpoint's in v8. */
    public Optional<KnownStructure> shown(Draft draft, Subtask subtask, TableName table) {
        return draft.has(Trait.DUMP_TRACKED)
                ? points.find(draft, subtask, table).flatMap(point -> Optional.ofNullable(point.saved()))
                : find(draft, subtask, table);
    }

    /** Sets the structure of a table: in v8 in the checkpoint only; in v5 there, too, if the table is in it. */
    public void set(Draft draft, Subtask subtask, TableName table, TableStructure structure, boolean flush) {
        KnownStructure known = new KnownStructure(structure, draft.has(Trait.CLUSTERED_WHEN_SET));
        if (draft.has(Trait.DUMP_TRACKED)) {
            points.set(draft, subtask, table, known);
            return;
        }
        follow(draft, subtask, table, known);
        if (flush && points.find(draft, subtask, table).isPresent()) {
            points.set(draft, subtask, table, known);
        }
    }

    private void follow(Draft draft, Subtask subtask, TableName table, KnownStructure structure) {
        KnownStructure known = FirstStructure.partitioned(draft, structure);
        TableName spelled = spelling(draft, subtask, table);
        draft.put(TrackedTable.KIND, new TrackedTable(subtask.task(), subtask.source(), spelled, known));
        TrackedSchemas.made(draft, subtask, table.schema());
    }

    /** Forgets a structure. */
    public void remove(Draft draft, Subtask subtask, TableName table) {
        TableName spelled = spelling(draft, subtask, table);
        draft.remove(TrackedTable.KIND, subtask.task(), subtask.source(), spelled.schema(), spelled.table());
    }

    /** The subtask is gone, or begins from its start. */
    public void removed(Draft draft, Subtask subtask) {
        forgetAll(draft, subtask);
        points.removeAll(draft, subtask.task(), subtask.source());
    }

    private void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(TrackedTable.KIND, subtask.task(), subtask.source());
        draft.removeUnder(TrackedSchema.KIND, subtask.task(), subtask.source());
        targets.forgetAll(draft, subtask);
    }

    /** A schema was dumped: its file makes it known, also when it has no tables. */
    public void dumped(Draft draft, Subtask subtask, String schema) {
        if (draft.has(Trait.DUMP_TRACKED)) {
            TrackedSchemas.made(draft, subtask, schema);
        }
    }

    /** A table was loaded from its dump file. */
    public void dumped(Draft draft, Subtask subtask, DumpFile file) {
        if (draft.has(Trait.DUMP_TRACKED)) {
            KnownStructure known = new KnownStructure(Structures.toTidb(file.structure()), false);
            follow(draft, subtask, file.table(), known);
            points.set(draft, subtask, file.table(), FirstStructure.partitioned(draft, known));
        }
    }

    /** An event of a table was handled. */
    public void handled(Draft draft, Subtask subtask, TableName table) {
        points.save(draft, subtask, table, find(draft, subtask, table).orElse(null));
    }

    /** The checkpoint is written. */
    public void flush(Draft draft, Subtask subtask) {
        points.flush(draft, subtask);
    }

    /** The sync unit stops (v5's RemoteCheckPoint.Rollback). */
    public void stopped(Draft draft, Subtask subtask) {
        points.rollBack(draft, subtask);
        if (draft.has(Trait.DUMP_TRACKED)) {
            return;
        }
        for (TrackedTable tracked : tables(draft, subtask)) {
            if (points.find(draft, subtask, tracked.table()).isEmpty()) {
                remove(draft, subtask, tracked.table());
            }
        }
        for (CheckpointTable point : points.all(draft, subtask)) {
            KnownStructure flushed = point.flushed();
            if (flushed != null) {
                follow(draft, subtask, point.table(), flushed);
            } else {
                remove(draft, subtask, point.table());
            }
        }
    }

    /** The sync unit runs again: v8's tracker is made anew from the checkpoint. */
    public void restored(Draft draft, Subtask subtask) {
        targets.forgetAll(draft, subtask);
        if (draft.has(Trait.DUMP_TRACKED)) {
            forgetAll(draft, subtask);
        }
        for (CheckpointTable point : points.all(draft, subtask)) {
            KnownStructure flushed = point.flushed();
            KnownStructure waiting = point.waiting();
            if (waiting != null) {
                follow(draft, subtask, point.table(), waiting);
                handled(draft, subtask, point.table());
            } else if (flushed != null && draft.has(Trait.DUMP_TRACKED)) {
                follow(draft, subtask, point.table(), flushed);
            }
        }
    }

    /** Another worker has the subtask: its tracker is empty. */
    public void moved(Draft draft, Subtask subtask) {
        points.rollBack(draft, subtask);
        forgetAll(draft, subtask);
    }

    /**
     * The structure of a table of which an event comes: the checkpoint's if the table is not followed, what it was
     * before shards of it began to differ, or else the target's.
     *
     * @throws UnitFailure 44007 if the target is not there
     */
    public TableStructure require(Draft draft, Subtask subtask, TableName table, DatabaseSession downstream) {
        Optional<KnownStructure> known = find(draft, subtask, table);
        if (known.isPresent()) {
            return known.get().structure();
        }
        TrackedSchemas.made(draft, subtask, table.schema());
        KnownStructure first = flushed(draft, subtask, table)
                .orElseGet(() -> new KnownStructure(FirstStructure.of(draft, subtask, table, downstream), true));
        follow(draft, subtask, table, first);
        return first.structure();
    }

    private Optional<KnownStructure> flushed(Draft draft, Subtask subtask, TableName table) {
        return draft.has(Trait.DUMP_TRACKED)
                ? Optional.empty()
                : points.find(draft, subtask, table).flatMap(point -> Optional.ofNullable(point.flushed()));
    }

    /**
     * Follows a DDL; the tables that have to be known become so (Syncer.trackDDL).
     *
     * @throws DatabaseException with TiDB's error if the tracker cannot carry it out
     */
    public void track(Draft draft, Subtask subtask, DdlOperation ddl, DatabaseSession downstream) {
        targets.changed(draft, subtask, ddl);
        TableName table = ddl.tables().get(0);
        switch (ddl.change()) {
            case CREATE_DATABASE -> {
                boolean known = draft.has(TrackedSchema.KIND, subtask.task(), subtask.source(), table.schema());
                TrackedSchemas.made(draft, subtask, table.schema());
                if (!known) {
                    TrackedSchemas.characters(draft, subtask, ddl);
                }
            }
            case ALTER_DATABASE -> {
                TrackedSchemas.made(draft, subtask, table.schema());
                TrackedSchemas.characters(draft, subtask, ddl);
            }
            case DROP_DATABASE -> {
                if (subtask.config().shardMode() == ShardMode.NONE) {
                    points.removeSchema(draft, subtask, table.schema());
                }
                TrackedSchemas.gone(draft, subtask, table.schema());
            }
            case DROP_TABLE -> {
                points.remove(draft, subtask, table);
                remove(draft, subtask, table);
            }
            case CREATE_TABLE -> create(draft, subtask, ddl, downstream);
            case TRUNCATE_TABLE -> {
                // changes no structure
            }
            default -> {
                require(draft, subtask, table, downstream);
                follow(draft, subtask, ddl);
            }
        }
    }

    private static DdlEngine engine(Draft draft) {
        return draft.settings().api().generation() == Generation.V8 ? DdlEngine.TRACKER_V8 : DdlEngine.TRACKER_V5;
    }

    /**
     * What a structure becomes by a DDL; empty if the table is gone then, or nothing is known of it.
     *
     * @throws DatabaseException with TiDB's error
     */
    public static Optional<TableStructure> effect(
            Draft draft, Subtask subtask, DdlOperation ddl, @Nullable TableStructure before) {
        return ddl.applyTo(
                before, engine(draft), TrackedSchemas.of(draft, subtask, ddl).characters());
    }

    /** A table of several that are merged is dropped: it leaves the checkpoint, and stays known (pessimistic mode). */
    public void left(Draft draft, Subtask subtask, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        switch (ddl.change()) {
            case DROP_TABLE -> points.remove(draft, subtask, table);
            case DROP_DATABASE -> points.removeSchema(draft, subtask, table.schema());
            default -> {
                // is left out without a trace
            }
        }
    }

    private void create(Draft draft, Subtask subtask, DdlOperation ddl, DatabaseSession downstream) {
        TableName table = ddl.tables().get(0);
        TrackedSchemas.made(draft, subtask, table.schema());
        KnownStructure like = null;
        if (ddl.tables().size() > 1) {
            TableName other = ddl.tables().get(1);
            require(draft, subtask, other, downstream);
            like = find(draft, subtask, other).orElseThrow();
        }
        boolean there = find(draft, subtask, table).isPresent();
        boolean fromTarget = !there && !draft.has(Trait.DUMP_TRACKED) && isThere(draft, subtask, table, downstream);
        if (there || fromTarget) {
            return;
        }
        if (like != null) {
            follow(draft, subtask, table, like);
        } else {
            follow(draft, subtask, ddl);
        }
    }

    /** v5 takes what the target already has instead of what the statement says. */
    private boolean isThere(Draft draft, Subtask subtask, TableName table, DatabaseSession downstream) {
        try {
            require(draft, subtask, table, downstream);
            return true;
        } catch (UnitFailure notThere) {
            return false;
        }
    }

    /** Follows a statement of the binlog about a table that is known, or is created. */
    public void follow(Draft draft, Subtask subtask, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        boolean renames = ddl.change() == DdlKind.RENAME_TABLE;
        TableName last = renames ? ddl.tables().get(1) : table;
        Optional<KnownStructure> before = find(draft, subtask, table);
        boolean renamed = !last.equals(table);
        if (renamed && find(draft, subtask, last).isPresent()) {
            throw DatabaseErrors.tableExists(Dialect.TIDB, last).asException();
        }
        boolean clustered = before.map(KnownStructure::clustered).orElse(false);
        Optional<TableStructure> after = effect(
                draft, subtask, ddl, before.map(KnownStructure::structure).orElse(null));
        remove(draft, subtask, table);
        after.ifPresent(structure -> follow(draft, subtask, last, new KnownStructure(structure, clustered)));
    }
}
