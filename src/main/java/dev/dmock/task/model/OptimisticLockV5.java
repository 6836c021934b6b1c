package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The optimistic lock of a target (v5), from the first DDL until all its shards have the same structure again.
 *
 * @param initial the structure of the shards before the first DDL
 * @param dropped the columns that some shards dropped and others still have: source, table and column
 */
public record OptimisticLockV5(String task, TableName target, TableStructure initial, List<List<String>> dropped) {

    public static final Kind<OptimisticLockV5> KIND =
            Kind.of("shardLock", OptimisticLockV5.class, l -> Key.of(l.task, l.target.schema(), l.target.table()));

    public OptimisticLockV5 withDropped(String source, TableName table, String column) {
        List<List<String>> all = new ArrayList<>(dropped);
        all.add(entry(source, table, column));
        return new OptimisticLockV5(task, target, initial, all);
    }

    public OptimisticLockV5 withDroppedOnly(Predicate<String> column) {
        return new OptimisticLockV5(
                task,
                target,
                initial,
                dropped.stream().filter(entry -> column.test(entry.get(2))).toList());
    }

    public boolean hasDropped(String source, TableName table, String column) {
        return dropped.contains(entry(source, table, column));
    }

    private static List<String> entry(String source, TableName table, String column) {
        return List.of(source, table.quoted(), column.toLowerCase(Locale.ROOT));
    }
}
