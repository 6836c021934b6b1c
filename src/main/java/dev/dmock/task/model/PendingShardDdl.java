package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;

/**
 * A shard DDL in optimistic mode that has to wait until the other tables have it, too, because nothing fits both those
 * that have it and those that do not: a renamed column, another type (v8).
 *
 * @param structure what the table will be with it
 */
public record PendingShardDdl(String task, String source, TableName table, TableStructure structure) {

    public static final Kind<PendingShardDdl> KIND =
            Kind.of("putOff", PendingShardDdl.class, p -> Key.of(p.task, p.source, p.table.schema(), p.table.table()));
}
