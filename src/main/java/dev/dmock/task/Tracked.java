package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;

/**
 * The structure of an upstream table as a subtask's sync unit knows it.
 *
 * @param clustered whether a primary key about which the structure says nothing is printed as clustered
 * @param followed whether the unit follows it; in v8 one that a client sets is just kept in the checkpoint, and followed
 *     when the unit is made anew
 */
public record Tracked(
        String task, String source, TableName table, TableStructure structure, boolean clustered, boolean followed) {

    public static final Kind<Tracked> KIND =
            Kind.of("tracked", Tracked.class, t -> Key.of(t.task, t.source, t.table.schema(), t.table.table()));
}
