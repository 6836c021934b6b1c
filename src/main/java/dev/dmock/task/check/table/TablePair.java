package dev.dmock.task.check.table;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.task.check.instance.RoutedTable;
import dev.dmock.task.check.model.CheckWarning;
import dev.dmock.task.shape.TableOptions;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of a source and the target table that is there already, compared as v8 does.
 *
 * @param shownAbove what SHOW CREATE TABLE shows of the source's table
 * @param shownBelow what it shows of the target table
 */
record TablePair(RoutedTable route, String shownAbove, String shownBelow) {

    private static final String WIDEST = "utf8mb4";
    private static final String SAME_INDEXES =
            "Ensure that you use the same index columns for both upstream and downstream"
                    + " databases. Otherwise the migration job might fail or data inconsistency might occur.";
    private static final String SAME_COLUMNS =
            "Ensure that the column numbers are the same between upstream and downstream"
                    + " databases. Otherwise the migration job may fail.";

    List<CheckWarning> doubts() {
        List<CheckWarning> doubts = new ArrayList<>();
        characters(doubts);
        TableStructure upstream = Structures.readMysql(shownAbove, Generation.V8);
        TableStructure downstream = Structures.readMysql(shownBelow, Generation.V8);
        keys(doubts, upstream, downstream);
        columns(doubts, upstream, downstream);
        return doubts;
    }

    private void characters(List<CheckWarning> doubts) {
        TableOptions above = TableOptions.in(shownAbove);
        TableOptions below = TableOptions.in(shownBelow);
        if (differ(above.charset(), below.charset()) && !below.charset().equalsIgnoreCase(WIDEST)) {
            doubts.add(new CheckWarning(
                    "charset is not same, " + both(above.charset(), below.charset()),
                    "Ensure that you use the same charsets for both upstream and downstream databases. Different"
                            + " charsets might cause data inconsistency."));
        }
        if (differ(above.collation(), below.collation())) {
            doubts.add(new CheckWarning(
                    "collation is not same, " + both(above.collation(), below.collation()),
                    "Ensure that you use the same collations for both upstream and downstream databases. Otherwise the"
                            + " query results from the two databases might be inconsistent."));
        }
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other);
    }

    private String both(String one, String other) {
        return "upstream: (%s %s), downstream: (%s %s)"
                .formatted(route.table().table(), one, route.target().table(), other);
    }

    private void keys(List<CheckWarning> doubts, TableStructure upstream, TableStructure downstream) {
        Map<String, Set<String>> above = uniqueKeys(upstream);
        Map<String, Set<String>> below = uniqueKeys(downstream);
        above.values().removeIf(columns -> below.values().remove(columns));
        above.forEach((name, columns) -> doubts.add(new CheckWarning(
                "upstream has more PK or NOT NULL UK than downstream, index name: " + name + ", columns: "
                        + shown(columns),
                SAME_INDEXES)));
        below.forEach((name, columns) -> doubts.add(new CheckWarning(
                "downstream has more PK or NOT NULL UK than upstream, table name: "
                        + route.target().table() + ", index name: " + name + ", columns: " + shown(columns),
                SAME_INDEXES)));
    }

    private static Map<String, Set<String>> uniqueKeys(TableStructure structure) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Index index : structure.indexes()) {
            if (index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE) {
                keys.put(
                        index.name(),
                        index.parts().stream()
                                .map(p -> lower(p.column()))
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        }
        return keys;
    }

    private void columns(List<CheckWarning> doubts, TableStructure upstream, TableStructure downstream) {
        List<String> above = missing(upstream.columns(), downstream);
        if (!above.isEmpty()) {
            doubts.add(new CheckWarning(
                    "upstream has more columns than downstream, columns: " + shown(above), SAME_COLUMNS));
        }
        List<Column> demanding =
                downstream.columns().stream().filter(TablePair::needsValue).toList();
        List<String> below = missing(demanding, upstream);
        if (!below.isEmpty()) {
            doubts.add(new CheckWarning(
                    "downstream has more columns than upstream that require values to insert records, table name: "
                            + route.target().table() + ", columns: " + shown(below),
                    SAME_COLUMNS));
        }
    }

    private static List<String> missing(List<Column> columns, TableStructure from) {
        return columns.stream()
                .filter(c -> from.column(c.name()).isEmpty())
                .map(c -> lower(c.name()))
                .toList();
    }

    private static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && !column.autoIncrement()
                && column.generated().isEmpty();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String shown(Iterable<String> names) {
        return "[" + String.join(" ", names) + "]";
    }
}
