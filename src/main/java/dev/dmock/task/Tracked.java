package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;

/**
 * The structure of an upstream table as a subtask's sync unit knows it. In v8 there are two places where it may be known:
 * what the unit follows while it is at work, and the checkpoint, from which it knows what it follows when it is made
 * anew; in v5 both are one.
 *
 * @param clustered whether a primary key about which the structure says nothing is printed as clustered
 * @param followed whether the unit follows it
 * @param saved whether the checkpoint has it
 */
public record Tracked(
        String task,
        String source,
        TableName table,
        TableStructure structure,
        boolean clustered,
        boolean followed,
        boolean saved) {

    public static final Kind<Tracked> KIND =
            Kind.of("tracked", Tracked.class, t -> Key.of(t.task, t.source, t.table.schema(), t.table.table()));
}
