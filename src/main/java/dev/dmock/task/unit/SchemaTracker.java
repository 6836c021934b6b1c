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
 * The structures of upstream tables in a subtask's schema tracker, and their copies in its checkpoint. In v5 a table is
 * tracked from its first event; in v8 all dumped tables are tracked. When the unit stops, v5's tracker rolls back to
 * the checkpoint; v8 rebuilds its tracker from the checkpoint when the unit runs again.
 */
@Component
public class SchemaTracker {

    private final CheckpointTables points;
    private final TargetTables targets;

    SchemaTracker(CheckpointTables points, TargetTables targets) {
        this.points = points;
        this.targets = targets;
    }

    /** Returns the tracked tables. */
    public List<TrackedTable> tables(Draft draft, Subtask subtask) {
        return List.copyOf(draft.under(TrackedTable.KIND, subtask.task(), subtask.source()));
    }

    /** Returns the tracked schemas in order. */
    public List<String> schemas(Draft draft, Subtask subtask) {
        return draft.under(TrackedSchema.KIND, subtask.task(), subtask.source()).stream()
                .map(TrackedSchema::schema)
                .toList();
    }

    /** Returns a table's name in the tracker's spelling; an untracked name is returned unchanged. */
    public TableName spelling(Draft draft, Subtask subtask, TableName table) {
        if (draft.has(TrackedTable.KIND, subtask.task(), subtask.source(), table.schema(), table.table())
                || TrackedSchemas.isCaseSensitive(draft, subtask)) {
            return table;
        }
        return draft.under(TrackedTable.KIND, subtask.task(), subtask.source()).stream()
                .map(TrackedTable::table)
                .filter(t ->
                        t.schema().equalsIgnoreCase(table.schema()) && t.table().equalsIgnoreCase(table.table()))
                .findFirst()
                .orElse(table);
    }

    /** Tells whether the tracker treats two schema names as equal. */
    public boolean isSame(Draft draft, Subtask subtask, String schema, String other) {
        return TrackedSchemas.isSame(draft, subtask, schema, other);
    }

    /** Returns the structure of a tracked table. */
    public Optional<KnownStructure> find(Draft draft, Subtask subtask, TableName table) {
        TableName spelled = spelling(draft, subtask, table);
        return draft.find(TrackedTable.KIND, subtask.task(), subtask.source(), spelled.schema(), spelled.table())
                .map(TrackedTable::known);
    }

    /** Returns the structure that the schema operations show: the tracker's in v5, the checkpoint's in v8. */
    public Optional<KnownStructure> shown(Draft draft, Subtask subtask, TableName table) {
        return draft.has(Trait.DUMP_TRACKED)
                ? points.find(draft, subtask, table).flatMap(point -> Optional.ofNullable(point.saved()))
                : find(draft, subtask, table);
    }

    /**
     * Sets the structure of a table: v8 writes only the checkpoint; v5 writes the tracker, and the checkpoint if it has
     * the table.
     */
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

    /** Removes a structure. */
    public void remove(Draft draft, Subtask subtask, TableName table) {
        TableName spelled = spelling(draft, subtask, table);
        draft.remove(TrackedTable.KIND, subtask.task(), subtask.source(), spelled.schema(), spelled.table());
    }

    /** Clears the tracker after the subtask was removed or restarted from scratch. */
    public void removed(Draft draft, Subtask subtask) {
        forgetAll(draft, subtask);
        points.removeAll(draft, subtask.task(), subtask.source());
    }

    private void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(TrackedTable.KIND, subtask.task(), subtask.source());
        draft.removeUnder(TrackedSchema.KIND, subtask.task(), subtask.source());
        targets.forgetAll(draft, subtask);
    }

    /** Adds a dumped schema, even one without tables. */
    public void dumped(Draft draft, Subtask subtask, String schema) {
        if (draft.has(Trait.DUMP_TRACKED)) {
            TrackedSchemas.made(draft, subtask, schema);
        }
    }

    /** Adds a table that was loaded from its dump file. */
    public void dumped(Draft draft, Subtask subtask, DumpFile file) {
        if (draft.has(Trait.DUMP_TRACKED)) {
            KnownStructure known = new KnownStructure(Structures.toTidb(file.structure()), false);
            follow(draft, subtask, file.table(), known);
            points.set(draft, subtask, file.table(), FirstStructure.partitioned(draft, known));
        }
    }

    /** Saves the structure of a table after an event. */
    public void handled(Draft draft, Subtask subtask, TableName table) {
        points.save(draft, subtask, table, find(draft, subtask, table).orElse(null));
    }

    /** Flushes the checkpoint. */
    public void flush(Draft draft, Subtask subtask) {
        points.flush(draft, subtask);
    }

    /** Handles the stop of the sync unit (v5's RemoteCheckPoint.Rollback). */
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

    /** Handles the restart of the sync unit: v8 rebuilds the tracker from the checkpoint. */
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

    /** Handles the move to another worker, whose tracker is empty. */
    public void moved(Draft draft, Subtask subtask) {
        points.rollBack(draft, subtask);
        forgetAll(draft, subtask);
    }

    /**
     * Returns the structure of a table that has an event: the tracked one, or else the checkpoint's, the one before its
     * shards began to differ, or the target's.
     *
     * @throws UnitFailure 44007 if the target does not exist
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
     * Tracks a DDL, after adding the tables that it needs (Syncer.trackDDL).
     *
     * @throws DatabaseException with TiDB's error if the tracker cannot execute it
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
                // no change of structure
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
     * Returns the structure after a DDL; empty if the table is dropped or untracked.
     *
     * @throws DatabaseException with TiDB's error
     */
    public static Optional<TableStructure> effect(
            Draft draft, Subtask subtask, DdlOperation ddl, @Nullable TableStructure before) {
        return ddl.applyTo(
                before, engine(draft), TrackedSchemas.of(draft, subtask, ddl).characters());
    }

    /** Handles the drop of a shard in pessimistic mode: the table leaves the checkpoint and stays tracked. */
    public void left(Draft draft, Subtask subtask, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        switch (ddl.change()) {
            case DROP_TABLE -> points.remove(draft, subtask, table);
            case DROP_DATABASE -> points.removeSchema(draft, subtask, table.schema());
            default -> {
                // ignored silently
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
        boolean fromTarget =
                !there && !draft.has(Trait.DUMP_TRACKED) && targetExists(draft, subtask, table, downstream);
        if (there || fromTarget) {
            return;
        }
        if (like != null) {
            follow(draft, subtask, table, like);
        } else {
            follow(draft, subtask, ddl);
        }
    }

    /** v5 uses the target's structure instead of the statement's if the target already has the table. */
    private boolean targetExists(Draft draft, Subtask subtask, TableName table, DatabaseSession downstream) {
        try {
            require(draft, subtask, table, downstream);
            return true;
        } catch (UnitFailure missing) {
            return false;
        }
    }

    /** Tracks a binlog statement on a tracked or newly created table. */
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
