package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;

/** A column that a table has dropped, but the target has not, because other tables that are merged into it need it. */
public record DroppedColumn(String task, String source, TableName table, String column) {

    public static final Kind<DroppedColumn> KIND = Kind.of(
            "droppedColumn",
            DroppedColumn.class,
            d -> Key.of(d.task, d.source, d.table.schema(), d.table.table(), d.column));
}
