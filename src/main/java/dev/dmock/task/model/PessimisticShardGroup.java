package dev.dmock.task.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.model.BinlogPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * The shards of one source that merge into one target, while only some of them have reached a pessimistic shard DDL.
 *
 * @param ddls the statements as written for the target
 * @param first the binlog position of the first of them
 * @param firstGtids the GTID set at that position
 * @param reached the tables that have reached the DDL
 * @param missing the tables that have not
 * @param reported whether all tables have reached the DDL and the source has joined the task's lock
 * @param deferred transactions on tables that have reached the DDL, deferred until all have
 */
public record PessimisticShardGroup(
        String task,
        String source,
        TableName target,
        List<String> ddls,
        BinlogPosition first,
        String firstGtids,
        List<TableName> reached,
        List<TableName> missing,
        boolean reported,
        List<BinlogPosition> deferred) {

    public static final Kind<PessimisticShardGroup> KIND = Kind.of(
            "shardGroup",
            PessimisticShardGroup.class,
            g -> Key.of(g.task, g.source, g.target.schema(), g.target.table()));

    public PessimisticShardGroup reach(TableName table) {
        List<TableName> now = new ArrayList<>(reached);
        now.add(table);
        List<TableName> left = missing.stream().filter(t -> !t.equals(table)).toList();
        return new PessimisticShardGroup(task, source, target, ddls, first, firstGtids, now, left, reported, deferred);
    }

    public PessimisticShardGroup report() {
        return new PessimisticShardGroup(
                task, source, target, ddls, first, firstGtids, reached, missing, true, deferred);
    }

    public PessimisticShardGroup defer(BinlogPosition transaction) {
        List<BinlogPosition> all = new ArrayList<>(deferred);
        all.add(transaction);
        return new PessimisticShardGroup(
                task, source, target, ddls, first, firstGtids, reached, missing, reported, all);
    }

    /** Returns the first position as the API prints it. */
    @JsonIgnore
    public String firstLocation() {
        return "position: " + first + ", gtid-set: " + firstGtids;
    }
}
