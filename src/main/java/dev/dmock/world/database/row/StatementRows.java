package dev.dmock.world.database.row;

import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.model.RowChange;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import dev.dmock.world.database.model.TableChanges;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes the rows of one statement and its triggers atomically. */
public final class StatementRows {

    private final ServerStore store;
    private final Access access;
    private final Map<TableName, RowWriter> writers = new LinkedHashMap<>();
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Deque<TableName> inUse = new ArrayDeque<>();

    public StatementRows(ServerStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** @param schema the schema of unqualified names */
    public void change(RowStatement change, String schema) {
        TableName name = named(change.table(), schema);
        if (change instanceof RowStatement.Insert insert) {
            write(name, "INSERT", w -> w.insert(insert));
        } else if (change instanceof RowStatement.InsertSelect insert) {
            var rows = new QueryRunner(store, access, n -> named(n, schema)).rows(insert.query());
            write(name, "INSERT", w -> w.insert(insert.columns(), rows, insert.onDuplicate(), insert.updates()));
        } else if (change instanceof RowStatement.Update update) {
            write(name, "UPDATE", w -> w.update(update));
        } else if (change instanceof RowStatement.Delete delete) {
            write(name, "DELETE", w -> w.delete(delete));
        }
    }

    private static TableName named(TableName name, String schema) {
        if (name.schema().isEmpty() && schema.isEmpty()) {
            throw DatabaseErrors.noDatabaseSelected().asException();
        }
        return name.schema().isEmpty() ? new TableName(schema, name.table()) : name;
    }

    /** Runs a write on a table; error 1442 if a running statement already writes it. */
    public void write(TableName name, String privilege, Consumer<RowWriter> how) {
        access.requireOnTable(privilege, name);
        Table table = store.requireTable(name);
        if (inUse.contains(table.tableName())) {
            throw DatabaseErrors.tableInUse(table.name()).asException();
        }
        inUse.push(table.tableName());
        how.accept(writer(table));
        inUse.pop();
    }

    private RowWriter writer(Table table) {
        tables.putIfAbsent(table.tableName(), table);
        return writers.computeIfAbsent(
                table.tableName(), name -> new RowWriter(store, table, TriggerRunner.of(store, this, table)));
    }

    /** Writes all changes and returns them. */
    public List<TableChanges> commit() {
        List<TableChanges> all = new ArrayList<>();
        writers.forEach((name, writer) -> {
            Table table = tables.get(name);
            List<RowChange> changes = writer.commit();
            if (table != null && !changes.isEmpty()) {
                all.add(new TableChanges(name, table.structure(), List.copyOf(changes)));
            }
        });
        return List.copyOf(all);
    }

    /** Reverts changes in reverse order. */
    public static void undo(ServerStore store, List<TableChanges> done) {
        for (int i = done.size() - 1; i >= 0; i--) {
            TableChanges changes = done.get(i);
            RowWriter writer = new RowWriter(store, store.requireTable(changes.table()), RowTriggers.NONE);
            List<String> columns = changes.structure().columnNames();
            for (int j = changes.changes().size() - 1; j >= 0; j--) {
                RowChange change = changes.changes().get(j);
                writer.apply(columns, new RowChange(change.after(), change.before()));
            }
            writer.commit();
        }
    }
}
