package dev.dmock.task.full;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.meta.MetaTables;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.FullState;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.sync.SyncUnit;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dump unit and the load unit: take a snapshot of the upstream and write it downstream. */
@Component
public class FullMigration {

    private final UnitConnections endpoints;
    private final SyncUnit sync;
    private final SchemaTracker tracker;
    private final UnitFaultInjector faults;

    FullMigration(UnitConnections endpoints, SyncUnit sync, SchemaTracker tracker, UnitFaultInjector faults) {
        this.endpoints = endpoints;
        this.sync = sync;
        this.tracker = tracker;
        this.faults = faults;
    }

    /** Fails if the running unit cannot reach its server. */
    public void tryConnection(Draft draft, Subtask subtask) {
        if (subtask.unit() == Unit.DUMP) {
            upstream(draft, subtask);
        } else {
            downstream(draft, subtask);
        }
    }

    /** Connects to the upstream; a running dump reports connection errors as dump errors. */
    private DatabaseSession upstream(Draft draft, Subtask subtask) {
        try {
            return endpoints.upstream(draft, subtask);
        } catch (UnitFailure e) {
            throw new UnitFailure(UnitFaultInjector.dumpError(e.cause()));
        }
    }

    /** Connects to the downstream; v8's load reports connection errors as load errors. */
    private DatabaseSession downstream(Draft draft, Subtask subtask) {
        try {
            return endpoints.downstream(draft, subtask);
        } catch (UnitFailure e) {
            throw draft.has(Trait.SQL_STATES)
                    ? new UnitFailure(DmError.of(DmCode.LOAD_LIGHTNING_RUNTIME).causedBy(e.cause()))
                    : e;
        }
    }

    /** Begins the dump with a snapshot of the upstream, or completes it when its time is over. */
    public Subtask dump(Draft draft, Subtask subtask) {
        if (subtask.full().began() != null) {
            faults.dumping(draft, subtask, first(draft, subtask));
            return subtask.withFull(subtask.full().resting())
                    .withUnit(Unit.LOAD)
                    .withDue(draft.now());
        }
        DatabaseSession upstream = upstream(draft, subtask);
        DumpConsistency.check(draft, subtask.config().dump());
        draft.removeUnder(DumpFile.KIND, subtask.task(), subtask.source());
        draft.removeUnder(DumpedSchema.KIND, subtask.task(), subtask.source());
        long rows = 0;
        long bytes = 0;
        long tables = 0;
        for (String schema : upstream.schemaNames()) {
            if (upstream.isSystemSchema(schema)) {
                trackSystemSchema(draft, subtask, schema);
                continue;
            }
            if (subtask.rules().allowed().mentions(schema)) {
                upstream.schema(schema).ifPresent(s -> draft.put(DumpedSchema.KIND, DumpedSchema.of(subtask, s)));
            }
            for (TableName table : upstream.baseTables(schema)) {
                if (subtask.rules().migrates(table)) {
                    DumpFile file = take(upstream, subtask, table);
                    draft.put(DumpFile.KIND, file);
                    rows += file.rows().size();
                    bytes += file.bytes();
                    tables++;
                }
            }
        }
        FullState taken = new FullState(
                tables,
                rows,
                bytes,
                upstream.masterPosition(),
                upstream.gtidSet(),
                subtask.worker(),
                null,
                Duration.ZERO,
                false);
        return begun(draft, subtask.withFull(taken));
    }

    /** Adds a system schema to the tracker only: Lightning does not load it, but v8's tracker reads its dump file. */
    private static void trackSystemSchema(Draft draft, Subtask subtask, String schema) {
        if (draft.has(Trait.LOADS_BY_LIGHTNING) && subtask.rules().allowed().mentions(schema)) {
            draft.put(DumpedSchema.KIND, new DumpedSchema(subtask.task(), subtask.source(), schema, "utf8", null));
        }
    }

    /** Starts the running time of the unit. */
    private Subtask begun(Draft draft, Subtask subtask) {
        return timed(draft, subtask.withFull(subtask.full().working(draft.now(), Duration.ZERO)));
    }

    /** Reschedules the end of the running unit after a change of pace. */
    public Subtask timed(Draft draft, Subtask subtask) {
        Instant began = subtask.full().began();
        if (began == null) {
            return subtask;
        }
        Duration time = time(draft, subtask);
        Instant end = began.plus(time);
        return subtask.withFull(subtask.full().working(began, time))
                .withDue(end.isBefore(draft.now()) ? draft.now() : end);
    }

    private Duration time(Draft draft, Subtask subtask) {
        FullState work = subtask.full();
        Duration usual = subtask.unit() == Unit.DUMP
                ? UnitDurations.dump(work, subtask.config().dump().threads())
                : UnitDurations.load(work, subtask.config().load().poolSize());
        return draft.settings().pace().of(usual).plus(faults.lag(draft, subtask));
    }

    private static Optional<TableName> first(Draft draft, Subtask subtask) {
        return draft.under(DumpFile.KIND, subtask.task(), subtask.source()).stream()
                .map(DumpFile::table)
                .findFirst();
    }

    private static DumpFile take(DatabaseSession upstream, Subtask subtask, TableName table) {
        List<List<String>> values =
                upstream.rows(table).stream().map(Row::values).toList();
        return new DumpFile(subtask.task(), subtask.source(), table, upstream.structure(table), values);
    }

    /** Begins the load, or writes the dump downstream when its time is over. */
    public Subtask load(Draft draft, Subtask subtask) {
        FullState state = subtask.full();
        if (subtask.lacksFiles()) {
            throw new UnitFailure(DmError.of(DmCode.LOAD_TASK_WORKER_NOT_MATCH, state.holder(), subtask.worker()));
        }
        if (state.began() == null) {
            requireCheckpoint(draft, downstream(draft, subtask), subtask);
            if (state.loaded()) {
                return loaded(draft, subtask);
            }
            if (draft.has(Trait.LOADS_BY_LIGHTNING)) {
                Lightning.checkSettings(subtask.config().load());
            }
            return begun(draft, subtask);
        }
        DmError left = write(draft, subtask);
        Subtask loaded = subtask.withFull(state.done());
        if (left != null) {
            draft.put(Subtask.KIND, loaded);
            throw new UnitFailure(left);
        }
        return loaded(draft, loaded);
    }

    private Subtask loaded(Draft draft, Subtask loaded) {
        return loaded.config().mode() == TaskMode.FULL ? loaded.on(Stage.Signal.FINISH) : sync.begin(draft, loaded);
    }

    /** Fails if the load unit cannot read its checkpoint. */
    private static void requireCheckpoint(Draft draft, DatabaseSession downstream, Subtask subtask) {
        try {
            MetaTables.read(draft, downstream, subtask.config(), MetaTables.loadCheckpoint(draft));
        } catch (DmException e) {
            throw new UnitFailure(e.error());
        }
    }

    /** Writes the dump; returns the error to report although everything is written, or null. */
    private @Nullable DmError write(Draft draft, Subtask subtask) {
        DatabaseSession downstream = downstream(draft, subtask);
        List<DumpFile> files = List.copyOf(draft.under(DumpFile.KIND, subtask.task(), subtask.source()));
        try {
            PhysicalImport physical = subtask.config().load().isPhysical() ? new PhysicalImport(draft, subtask) : null;
            if (physical != null) {
                physical.begin(downstream);
            } else if (draft.has(Trait.LOADS_BY_LIGHTNING)) {
                Lightning.begin(downstream);
            }
            draft.under(DumpedSchema.KIND, subtask.task(), subtask.source())
                    .forEach(schema -> tracker.dumped(draft, subtask, schema.schema()));
            LoadedSchemas.create(draft, downstream, subtask, files);
            for (DumpFile file : files) {
                write(draft, downstream, subtask, file, physical);
                draft.remove(
                        DumpFile.KIND,
                        subtask.task(),
                        subtask.source(),
                        file.table().schema(),
                        file.table().table());
            }
            return physical == null ? null : physical.failure();
        } catch (DatabaseException e) {
            throw new UnitFailure(failure(draft, e));
        }
    }

    private void write(
            Draft draft,
            DatabaseSession downstream,
            Subtask subtask,
            DumpFile file,
            @Nullable PhysicalImport physical) {
        TableName target = subtask.rules().target(file.table());
        LoadedTables.create(draft, downstream, target, file);
        try {
            writeRows(draft, downstream, subtask, file, target, physical);
        } catch (DatabaseException e) {
            throw new UnitFailure(rowsFailure(draft, target, e));
        }
        tracker.dumped(draft, subtask, file);
    }

    private void writeRows(
            Draft draft,
            DatabaseSession downstream,
            Subtask subtask,
            DumpFile file,
            TableName target,
            @Nullable PhysicalImport physical) {
        if (file.rows().isEmpty()) {
            return;
        }
        List<String> columns = file.structure().columnNames();
        if (draft.has(Trait.LOADS_BY_LIGHTNING)) {
            Lightning.requireColumns(columns, downstream.structure(target), target.table());
        }
        if (physical != null) {
            physical.write(downstream, target, columns, file.rows(), hasDuplicateFault(draft, subtask, file));
            return;
        }
        faults.loading(draft, subtask, file);
        switch (onDuplicate(draft, subtask)) {
            case "replace", "overwrite" -> downstream.replace(target, columns, file.rows());
            case "ignore" -> downstream.insertIgnore(target, columns, file.rows());
            default -> downstream.insert(target, columns, file.rows());
        }
    }

    /** Tells whether a duplicate-row fault applies; physical import does not stop at it. */
    private boolean hasDuplicateFault(Draft draft, Subtask subtask, DumpFile file) {
        try {
            faults.loading(draft, subtask, file);
            return false;
        } catch (DatabaseException e) {
            return true;
        }
    }

    /** Returns the policy for duplicate rows; v8 ignores the task's own on_duplicate. */
    private static String onDuplicate(Draft draft, Subtask subtask) {
        return draft.settings().api().generation() == Generation.V8
                ? subtask.config().load().onDuplicateLogical()
                : subtask.posted().onDuplicate();
    }

    /** Returns the error of rejected rows; in v8 TiDB Lightning reports it with its own context. */
    private static DmError rowsFailure(Draft draft, TableName target, DatabaseException e) {
        DmError error = failure(draft, e);
        return draft.has(Trait.SQL_STATES) ? error.causedBy(lightningPrefix(target.quoted()) + error.cause()) : error;
    }

    /** Returns the prefix that v8's Lightning puts before the cause. */
    private static String lightningPrefix(String table) {
        return "[Lightning:Restore:ErrRestoreTable]restore table " + table + " failed: [" + table
                + "] write rows exceed conflict threshold: ";
    }

    private static DmError failure(Draft draft, DatabaseException e) {
        String cause = UnitConnections.text(draft, e);
        return draft.has(Trait.SQL_STATES)
                ? DmError.of(DmCode.LOAD_LIGHTNING_RUNTIME).causedBy(cause)
                : DmError.of(DmCode.DB_EXECUTE_FAILED, "INSERT")
                        .withScope("downstream")
                        .causedBy(cause);
    }
}
