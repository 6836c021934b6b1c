package dev.dmock.task.shape;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The structure that fits several tables in DM's optimistic mode (v8): the union of their columns and the intersection
 * of their keys.
 */
public record JoinedTable(
        String charset, String collation, Map<String, JoinedColumn> columns, Map<String, Index> indexes) {

    public static JoinedTable of(TableStructure table) {
        Map<String, JoinedColumn> columns = new TreeMap<>();
        table.columns().forEach(c -> columns.put(c.name().toLowerCase(Locale.ROOT), JoinedColumn.of(c, table)));
        Map<String, Index> indexes = new TreeMap<>();
        table.indexes().forEach(i -> indexes.put(i.name().toLowerCase(Locale.ROOT), i));
        String collation = table.collation() == null
                ? Charsets.defaultCollation(table.charset(), Dialect.TIDB)
                : table.collation();
        return new JoinedTable(table.charset(), collation, columns, indexes);
    }

    /**
     * Joins this table with another.
     *
     * @throws IncompatibleException if no joined structure exists
     */
    public JoinedTable join(JoinedTable other) {
        JoinedTable joined = new JoinedTable(
                JoinedParts.same(0, charset, other.charset),
                JoinedParts.same(1, collation, other.collation),
                JoinedParts.at(2, () -> joinColumns(other)),
                joinIndexes(other));
        joined.refuseAutoIncrementWithoutKey();
        return joined;
    }

    private Map<String, JoinedColumn> joinColumns(JoinedTable other) {
        Map<String, JoinedColumn> joined = new TreeMap<>();
        columns.forEach((name, column) -> {
            JoinedColumn match = other.columns.get(name);
            try {
                joined.put(name, match == null ? column.missingElsewhere() : column.join(match));
            } catch (IncompatibleException e) {
                throw e.atKey(name);
            }
        });
        other.columns.forEach((name, column) -> joined.computeIfAbsent(name, n -> column.missingElsewhere()));
        return joined;
    }

    private Map<String, Index> joinIndexes(JoinedTable other) {
        Map<String, Index> joined = new TreeMap<>();
        indexes.forEach((name, index) -> {
            Index match = other.indexes.get(name);
            if (match != null && match.parts().equals(index.parts())) {
                joined.put(name, index.kind().compareTo(match.kind()) < 0 ? match : index);
            }
        });
        return joined;
    }

    private void refuseAutoIncrementWithoutKey() {
        columns.forEach((name, column) -> {
            boolean key = indexes.values().stream().anyMatch(i -> isPartOf(i, name));
            if (column.type().autoIncrement() && !key) {
                throw JoinedType.withoutKey().atKey(name);
            }
        });
    }

    private static boolean isPartOf(Index index, String column) {
        long counting = index.kind() == Index.Kind.PRIMARY ? index.parts().size() : 1;
        return index.parts().stream().limit(counting).anyMatch(p -> p.column().equalsIgnoreCase(column));
    }

    /** Formats the table as DM prints it in messages. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        columns.forEach((name, column) -> parts.add(TableName.quote(name) + " " + column));
        indexes.forEach((name, index) -> parts.add(shown(name, index)));
        return "CREATE TABLE `tbl`(" + String.join(", ", parts) + ") CHARSET " + charset.toUpperCase(Locale.ROOT)
                + " COLLATE " + collation.toUpperCase(Locale.ROOT);
    }

    private static String shown(String name, Index index) {
        String columns = index.parts().stream()
                .map(p -> TableName.quote(p.column().toLowerCase(Locale.ROOT))
                        + (p.length() == null ? "" : "(" + p.length() + ")"))
                .collect(Collectors.joining(", ", " (", ")"));
        return switch (index.kind()) {
            case PRIMARY -> "PRIMARY KEY" + columns;
            case UNIQUE -> "UNIQUE KEY " + TableName.quote(name) + columns;
            case PLAIN, FULLTEXT, SPATIAL -> "KEY " + TableName.quote(name) + columns;
        };
    }
}
