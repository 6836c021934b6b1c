package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of a server; its rows are {@link Row}s.
 *
 * @param structure the columns and keys; empty for a view
 * @param view the SELECT of a view; null for a table
 * @param rows the number of rows
 * @param nextId the next AUTO_INCREMENT value
 * @param nextHandle the next number for a row without primary key
 */
public record Table(
        String address,
        String schema,
        String name,
        TableStructure structure,
        @Nullable String view,
        long rows,
        long nextId,
        long nextHandle) {

    public static final Kind<Table> KIND = Kind.of("table", Table.class, t -> Key.of(t.address, t.schema, t.name));

    public static Table of(String address, TableName name, TableStructure structure) {
        return new Table(
                address, name.schema(), name.table(), structure, null, 0, Math.max(1, structure.autoIncrement()), 1);
    }

    public static Table view(String address, TableName name, String select) {
        return new Table(address, name.schema(), name.table(), TableStructure.NONE, select, 0, 1, 1);
    }

    public TableName tableName() {
        return new TableName(schema, name);
    }

    public Table withStructure(TableStructure other) {
        return new Table(address, schema, name, other, view, rows, Math.max(nextId, other.autoIncrement()), nextHandle);
    }

    public Table withName(TableName other) {
        return new Table(address, other.schema(), other.table(), structure, view, rows, nextId, nextHandle);
    }

    public Table emptied() {
        return new Table(address, schema, name, structure.withAutoIncrement(0), view, 0, 1, 1);
    }

    public Table counting(long newRows, long newNextId, long newNextHandle) {
        return new Table(address, schema, name, structure, view, newRows, newNextId, newNextHandle);
    }
}
