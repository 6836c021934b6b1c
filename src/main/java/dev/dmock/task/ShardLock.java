package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The tables that are merged into one target in optimistic mode (v5), from the first DDL until all have the same
 * structure again.
 *
 * @param initial the structure that they had before
 * @param dropped the columns that tables dropped while others have them: source, table and column
 */
record ShardLock(String task, TableName target, TableStructure initial, List<List<String>> dropped) {

    static final Kind<ShardLock> KIND =
            Kind.of("shardLock", ShardLock.class, l -> Key.of(l.task, l.target.schema(), l.target.table()));

    ShardLock withDropped(String source, TableName table, String column) {
        List<List<String>> all = new ArrayList<>(dropped);
        all.add(entry(source, table, column));
        return new ShardLock(task, target, initial, all);
    }

    ShardLock withDroppedOnly(Predicate<String> column) {
        return new ShardLock(
                task,
                target,
                initial,
                dropped.stream().filter(entry -> column.test(entry.get(2))).toList());
    }

    boolean hasDropped(String source, TableName table, String column) {
        return dropped.contains(entry(source, table, column));
    }

    private static List<String> entry(String source, TableName table, String column) {
        return List.of(source, table.quoted(), column.toLowerCase(Locale.ROOT));
    }
}
