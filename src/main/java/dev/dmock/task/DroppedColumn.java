package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;

/** A column that a table has dropped, but the target has not, because other tables that are merged into it need it. */
record DroppedColumn(String task, String source, TableName table, String column) {

    static final Kind<DroppedColumn> KIND = Kind.of(
            "droppedColumn",
            DroppedColumn.class,
            d -> Key.of(d.task, d.source, d.table.schema(), d.table.table(), d.column));
}
