package dev.dmock.task.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.model.BinlogPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one source that are merged into one target, while a pessimistic shard DDL has reached some of them.
 *
 * @param ddls the statements as written for the target
 * @param first where the first of them was read
 * @param firstGtids the GTID set there
 * @param reached the tables that have it
 * @param missing the tables that do not
 * @param reported whether all have it, and the source takes part in the lock of the whole task
 * @param deferred transactions on tables that have it, which wait until all do
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

    /** Where it began, in the words of the API. */
    @JsonIgnore
    public String firstLocation() {
        return "position: " + first + ", gtid-set: " + firstGtids;
    }
}
