package dev.dmock.world.database;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of a server; its rows are {@link Row}s.
 *
 * @param structure the columns and keys; of a view, its columns
 * @param view the SELECT of a view; null for a table
 * @param rows how many rows it has
 */
public record Table(
        String address,
        String schema,
        String name,
        TableStructure structure,
        @Nullable String view,
        long rows) {

    public static final Kind<Table> KIND = Kind.of("table", Table.class, t -> Key.of(t.address, t.schema, t.name));

    public TableName tableName() {
        return new TableName(schema, name);
    }
}
