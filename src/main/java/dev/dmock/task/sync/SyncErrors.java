package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.world.database.model.BinlogEvent;
import java.util.Collections;
import java.util.List;

/** Builds the errors of failed downstream writes (verified in v8.1.0's status). */
final class SyncErrors {

    private SyncErrors() {}

    /** Returns the error of a DDL that the target rejected. */
    static DmError ddl(Draft draft, String statement, DatabaseException e) {
        return DmError.of(DmCode.DB_EXECUTE_FAILED, statement)
                .withScope("downstream")
                .causedBy(UnitConnections.text(draft, e));
    }

    /** Returns the error of a transaction that the target rejected, as the status shows it. */
    static DmError of(Draft draft, Subtask subtask, BinlogEvent event, DatabaseException e) {
        if (event.statement() == null) {
            return DmError.of(DmCode.DB_EXECUTE_FAILED, dml(draft, subtask, event))
                    .causedBy(UnitConnections.text(draft, e));
        }
        String statement = DdlOperation.split(event.statement(), event.schema()).stream()
                .map(ddl -> ddl.restore(subtask.rules()::target))
                .findFirst()
                .orElse(event.statement());
        return ddl(draft, statement, e);
    }

    /** Returns the error of rows whose column count differs from the tracked structure. */
    static DmError columnCount(BinlogEvent event, String kind, TableName source, TableName target, int columns) {
        return DmError.of(
                        DmCode.SYNCER_UNIT_DML_COLUMN_NOT_MATCH,
                        columns,
                        event.columns().size())
                .annotated(generating(kind, source, target));
    }

    /** Returns the context that the sync unit reports when it generates DML statements. */
    static String generating(String kind, TableName source, TableName target) {
        return "gen " + kind + " sqls failed, sourceTable: " + source.quoted() + ", targetTable: " + target.quoted();
    }

    private static String dml(Draft draft, Subtask subtask, BinlogEvent event) {
        String target = subtask.rules()
                .target(new TableName(event.schema(), event.table()))
                .quoted();
        List<String> columns = event.columns().stream().map(TableName::quote).toList();
        String kind = event.changes().isEmpty()
                ? "insert"
                : SyncRows.kind(event.changes().get(0));
        boolean safe = SyncRows.isSafe(draft, subtask, event);
        if (kind.equals("delete")) {
            return "DELETE FROM " + target + " WHERE " + columns.get(0) + " = ? LIMIT 1";
        }
        if (kind.equals("update") && !safe) {
            return "UPDATE " + target + " SET " + String.join(" = ?, ", columns) + " = ? WHERE " + columns.get(0)
                    + " = ? LIMIT 1";
        }
        return (safe ? "REPLACE" : "INSERT") + " INTO " + target + " (" + String.join(",", columns) + ") VALUES ("
                + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
    }
}
