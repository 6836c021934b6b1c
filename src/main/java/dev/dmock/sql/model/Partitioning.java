package dev.dmock.sql.model;

import dev.dmock.sql.expression.ColumnScope;
import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.expression.ExpressionText;
import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.TokenReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are spread over partitions. Subpartitions are read and forgotten, as TiDB does.
 *
 * @param expression what is partitioned by, as it was written; "" if that is columns
 * @param columns the columns of RANGE COLUMNS, LIST COLUMNS and KEY
 * @param partitions all of them, also those that nobody named
 */
public record Partitioning(
        Method method, boolean linear, String expression, List<String> columns, List<Partition> partitions) {

    /** What decides on the partition of a row. */
    public enum Method {
        RANGE,
        LIST,
        HASH,
        KEY;

        /** Whether partitions are numbered instead of having values. */
        public boolean isCounted() {
            return this == HASH || this == KEY;
        }
    }

    public Partitioning with(List<Partition> others) {
        return new Partitioning(method, linear, expression, columns, List.copyOf(others));
    }

    /** Partitions that nobody named, from this number on. */
    public static List<Partition> numbered(int from, long count) {
        return IntStream.range(from, from + Math.toIntExact(count))
                .mapToObj(Partition::numbered)
                .toList();
    }

    public Optional<Partition> find(String name) {
        return partitions.stream().filter(p -> p.is(name)).findFirst();
    }

    /** Whether the partitions have just the names that they get by themselves. */
    public boolean isNumbered() {
        return method.isCounted() && partitions.equals(numbered(0, partitions.size()));
    }

    /** The columns that decide on the partition of a row. */
    public List<String> decisive() {
        return expression.isEmpty() ? columns : ExpressionText.names(expression);
    }

    /**
     * The partition that a row belongs to; empty if there is none for it, which is error 1526.
     *
     * @param dialect whose expression it is
     */
    public Optional<Partition> of(ColumnScope row, Dialect dialect) {
        List<@Nullable Object> values = new ArrayList<>();
        if (expression.isEmpty()) {
            columns.forEach(column -> values.add(row.column("", column)));
        } else {
            values.add(value(row, dialect));
        }
        if (method.isCounted()) {
            return Optional.of(partitions.get(number(values)));
        }
        return partitions.stream()
                .filter(p -> method == Method.RANGE ? isBelow(values, p.values()) : isIn(values, p.values()))
                .findFirst();
    }

    private @Nullable Object value(ColumnScope row, Dialect dialect) {
        return new ExpressionParser(new TokenReader(expression, dialect))
                .expression()
                .value(row);
    }

    /** What the expression gives for a row, as error 1526 shows it. */
    public String shownValue(ColumnScope row, Dialect dialect) {
        Object value = value(row, dialect);
        return value == null ? "NULL" : SqlValues.text(value);
    }

    /** MySQL's function for KEY is another one, which shows nowhere. */
    private int number(List<@Nullable Object> values) {
        Object first = values.isEmpty() ? null : values.get(0);
        int hash = method == Method.KEY
                ? values.hashCode()
                : first == null ? 0 : SqlValues.number(first).abs().intValue();
        return Math.floorMod(hash, partitions.size());
    }

    private static boolean isBelow(List<@Nullable Object> values, List<String> bound) {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String limit = bound.get(i);
            if (value == null || limit.equals(Partition.MAXVALUE)) {
                return true;
            }
            int order = SqlValues.compare(value, constant(limit), true);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** Whether a bound is below another one. */
    public static boolean isLower(List<String> bound, List<String> other) {
        for (int i = 0; i < Math.min(bound.size(), other.size()); i++) {
            boolean highest = bound.get(i).equals(Partition.MAXVALUE);
            if (highest || !bound.get(i).equals(other.get(i))) {
                return !highest && isBelow(List.of(constant(bound.get(i))), List.of(other.get(i)));
            }
        }
        return false;
    }

    private static boolean isIn(List<@Nullable Object> values, List<String> list) {
        return list.stream().anyMatch(element -> {
            List<String> parts = values.size() == 1 ? List.of(element) : PartitionValues.parts(element);
            return IntStream.range(0, values.size()).allMatch(i -> isSame(values.get(i), parts.get(i)));
        });
    }

    private static boolean isSame(@Nullable Object value, String text) {
        return value == null
                ? text.equals("NULL")
                : !text.equals("NULL") && SqlValues.compare(value, constant(text), true) == 0;
    }

    /** The value of a constant in a definition. */
    private static Object constant(String text) {
        return text.startsWith("'") ? PartitionValues.string(text) : new BigDecimal(text);
    }

    /** As TiDB's parser restores it. */
    public String restore() {
        String by = expression.isEmpty()
                ? (method == Method.KEY ? " " : " COLUMNS ")
                        + columns.stream().map(TableName::quote).collect(Collectors.joining(",", "(", ")"))
                : " (" + ExpressionText.ofPartitions(expression) + ")";
        String those = isNumbered()
                ? " PARTITIONS " + partitions.size()
                : partitions.stream().map(Partition::restore).collect(Collectors.joining(",", " (", ")"));
        return "PARTITION BY " + (linear ? "LINEAR " : "") + method + by + those;
    }
}
