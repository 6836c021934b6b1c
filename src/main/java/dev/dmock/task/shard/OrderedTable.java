package dev.dmock.task.shard;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shard's structure in the order of optimistic mode: more columns make it larger, more keys smaller.
 *
 * @param fixed what must be equal: character set and collation
 */
record OrderedTable(
        List<String> fixed, long autoIncrement, Map<String, OrderedColumn> columns, Map<String, Index> keys) {

    static OrderedTable of(TableStructure table) {
        Map<String, OrderedColumn> columns = new HashMap<>();
        table.columns().forEach(c -> columns.put(c.name().toLowerCase(Locale.ROOT), OrderedColumn.of(c, table)));
        Map<String, Index> keys = new HashMap<>();
        table.indexes().forEach(i -> keys.put(i.name().toLowerCase(Locale.ROOT), i));
        String collation = table.collation() == null
                ? Charsets.defaultCollation(table.charset(), Dialect.TIDB)
                : table.collation();
        return new OrderedTable(List.of(table.charset(), collation), table.autoIncrement(), columns, keys);
    }

    int compare(OrderedTable other) {
        ShardOrder.same(fixed, other.fixed);
        int order = Long.compare(autoIncrement, other.autoIncrement);
        for (String name : both(columns, other.columns)) {
            order = ShardOrder.of(order, order(columns.get(name), other.columns.get(name)));
        }
        for (String name : both(keys, other.keys)) {
            order = ShardOrder.of(order, order(keys.get(name), other.keys.get(name)));
        }
        return order;
    }

    private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new HashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static int order(@Nullable OrderedColumn one, @Nullable OrderedColumn other) {
        if (one != null && other != null) {
            return one.compare(other);
        }
        if (!Objects.requireNonNull(one == null ? other : one).dispensable()) {
            throw new ShardOrder.Conflict();
        }
        return one == null ? -1 : 1;
    }

    private static int order(@Nullable Index one, @Nullable Index other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        ShardOrder.same(one.parts(), other.parts());
        return one.kind().compareTo(other.kind());
    }

    /** Returns the structure that fits both: the union of the columns and the intersection of the keys. */
    OrderedTable join(OrderedTable other) {
        ShardOrder.same(fixed, other.fixed);
        Map<String, OrderedColumn> allColumns = new HashMap<>();
        for (String name : both(columns, other.columns)) {
            allColumns.put(name, joined(columns.get(name), other.columns.get(name)));
        }
        Map<String, Index> commonKeys = new HashMap<>();
        keys.forEach((name, key) -> Optional.ofNullable(other.keys.get(name))
                .filter(match -> match.parts().equals(key.parts()))
                .ifPresent(match -> commonKeys.put(name, key.kind().compareTo(match.kind()) < 0 ? match : key)));
        return new OrderedTable(fixed, Math.max(autoIncrement, other.autoIncrement), allColumns, commonKeys);
    }

    private static OrderedColumn joined(@Nullable OrderedColumn one, @Nullable OrderedColumn other) {
        if (one != null && other != null) {
            return one.join(other);
        }
        return Objects.requireNonNull(one == null ? other : one).withFallback();
    }
}
