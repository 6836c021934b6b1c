package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;

/** A table in the schema tracker of a subtask. */
public record TrackedTable(String task, String source, TableName table, KnownStructure known) {

    public static final Kind<TrackedTable> KIND =
            Kind.of("tracked", TrackedTable.class, t -> Key.of(t.task, t.source, t.table.schema(), t.table.table()));

    public TableStructure structure() {
        return known.structure();
    }
}
