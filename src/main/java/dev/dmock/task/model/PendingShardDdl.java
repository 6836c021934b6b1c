package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;

/**
 * An optimistic shard DDL that waits for the other shards, because no joined structure exists: a renamed column or a
 * changed type (v8).
 *
 * @param structure the structure of the table after the DDL
 */
public record PendingShardDdl(String task, String source, TableName table, TableStructure structure) {

    public static final Kind<PendingShardDdl> KIND =
            Kind.of("putOff", PendingShardDdl.class, p -> Key.of(p.task, p.source, p.table.schema(), p.table.table()));
}
