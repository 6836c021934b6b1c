package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;

/**
 * A shard DDL in optimistic mode that has to wait until the other tables have it, too, because nothing fits both those
 * that have it and those that do not: a renamed column, another type (v8).
 *
 * @param structure what the table will be with it
 */
record PutOff(String task, String source, TableName table, TableStructure structure) {

    static final Kind<PutOff> KIND =
            Kind.of("putOff", PutOff.class, p -> Key.of(p.task, p.source, p.table.schema(), p.table.table()));
}
