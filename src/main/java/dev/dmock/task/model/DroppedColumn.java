package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;

/** A column that a shard has dropped and the target keeps, because other shards still need it. */
public record DroppedColumn(String task, String source, TableName table, String column) {

    public static final Kind<DroppedColumn> KIND = Kind.of(
            "droppedColumn",
            DroppedColumn.class,
            d -> Key.of(d.task, d.source, d.table.schema(), d.table.table(), d.column));
}
