package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.TargetTables;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.RowChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Applies row changes to the target. */
@Component
class SyncRows {

    private final SchemaTracker tracker;
    private final TargetTables targets;
    private final UnitFaultInjector faults;

    SyncRows(SchemaTracker tracker, TargetTables targets, UnitFaultInjector faults) {
        this.tracker = tracker;
        this.targets = targets;
        this.faults = faults;
    }

    /** Applies the row changes of a transaction to a table, except those that the task's rules skip. */
    void apply(
            Draft draft,
            Subtask subtask,
            BinlogEvent event,
            TableName table,
            DatabaseSession upstream,
            DatabaseSession downstream) {
        List<RowChange> changes = event.changes().stream()
                .filter(change -> !subtask.rules().ignores(kind(change), table, ""))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        TableStructure structure = tracker.require(draft, subtask, table, downstream);
        if (event.partial()) {
            throw new UnitFailure(DmError.of(DmCode.BINLOG_NOT_LOG_COLUMN));
        }
        TableName target = subtask.rules().target(table);
        requireTarget(draft, subtask, changes.get(0), table, downstream);
        if (structure.columns().size() != event.columns().size()) {
            throw new UnitFailure(SyncErrors.columnCount(
                    event,
                    kind(changes.get(0)),
                    table,
                    target,
                    structure.columns().size()));
        }
        changes.stream()
                .filter(change -> change.before() == null)
                .map(change -> Objects.requireNonNull(change.after()))
                .findFirst()
                .ifPresent(row -> faults.inserting(draft, subtask, event, structure, row));
        boolean safe = isSafe(draft, subtask, event);
        TargetValues values = TargetValues.of(upstream, downstream, target, event.columns());
        changes.forEach(change -> write(downstream, target, event.columns(), values.fit(change), safe));
        tracker.handled(draft, subtask, table);
    }

    private void requireTarget(
            Draft draft, Subtask subtask, RowChange change, TableName table, DatabaseSession downstream) {
        TableName target = subtask.rules().target(table);
        try {
            targets.require(draft, subtask, target, downstream);
        } catch (UnitFailure e) {
            throw e.at(SyncErrors.generating(kind(change), table, target));
        }
    }

    /** Tells whether safe mode applies, which makes repeated writes idempotent. */
    static boolean isSafe(Draft draft, Subtask subtask, BinlogEvent event) {
        Instant safeUntil = Objects.requireNonNull(subtask.sync()).safeUntil();
        return draft.now().isBefore(safeUntil) || !event.at().isAfter(safeUntil);
    }

    static String kind(RowChange change) {
        if (change.before() == null) {
            return "insert";
        }
        return change.after() == null ? "delete" : "update";
    }

    private static void write(
            DatabaseSession downstream, TableName target, List<String> columns, RowChange change, boolean safe) {
        List<String> before = change.before();
        List<String> after = change.after();
        if (before != null && after != null && !safe) {
            downstream.update(target, columns, before, after);
            return;
        }
        if (before != null) {
            downstream.delete(target, columns, before);
        }
        if (after != null && safe) {
            downstream.replace(target, columns, List.of(after));
        } else if (after != null) {
            downstream.insert(target, columns, List.of(after));
        }
    }
}
