package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param handle the row's identifier: its primary key, or a generated number
 * @param values as text, in the order of the columns
 */
public record Row(String address, String schema, String table, String handle, List<@Nullable String> values) {

    public static final Kind<Row> KIND = Kind.of("row", Row.class, r -> Key.of(r.address, r.schema, r.table, r.handle));
}
