package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;

/** A table that a subtask's sync unit follows. */
public record Tracked(String task, String source, TableName table, KnownStructure known) {

    public static final Kind<Tracked> KIND =
            Kind.of("tracked", Tracked.class, t -> Key.of(t.task, t.source, t.table.schema(), t.table.table()));

    TableStructure structure() {
        return known.structure();
    }
}
