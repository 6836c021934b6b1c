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
 * The partitioning scheme of a table. Subpartitions are parsed and dropped, as in TiDB.
 *
 * @param expression the partitioning expression as written; "" for partitioning by columns
 * @param columns the columns of RANGE COLUMNS, LIST COLUMNS and KEY
 * @param partitions all partitions, including those with generated names
 */
public record Partitioning(
        Method method, boolean linear, String expression, List<String> columns, List<Partition> partitions) {

    /** The partitioning method. */
    public enum Method {
        RANGE,
        LIST,
        HASH,
        KEY;

        /** Returns whether the method defines partitions by number, without values. */
        public boolean isCounted() {
            return this == HASH || this == KEY;
        }
    }

    public Partitioning with(List<Partition> others) {
        return new Partitioning(method, linear, expression, columns, List.copyOf(others));
    }

    /** Returns partitions with generated names, starting at this number. */
    public static List<Partition> numbered(int from, long count) {
        return IntStream.range(from, from + Math.toIntExact(count))
                .mapToObj(Partition::numbered)
                .toList();
    }

    public Optional<Partition> find(String name) {
        return partitions.stream().filter(p -> p.is(name)).findFirst();
    }

    /** Returns whether all partitions have their generated names. */
    public boolean isNumbered() {
        return method.isCounted() && partitions.equals(numbered(0, partitions.size()));
    }

    /** Returns the columns of the partitioning key. */
    public List<String> decisive() {
        return expression.isEmpty() ? columns : ExpressionText.names(expression);
    }

    /**
     * Returns the partition of a row; empty if no partition matches, which is error 1526.
     *
     * @param dialect the dialect of the expression
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

    /** Returns the expression's value for a row, as error 1526 shows it. */
    public String shownValue(ColumnScope row, Dialect dialect) {
        Object value = value(row, dialect);
        return value == null ? "NULL" : SqlValues.text(value);
    }

    /** MySQL hashes KEY differently, but clients cannot observe the difference. */
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

    /** Returns whether one bound is below another. */
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

    /** Returns the value of a constant in a definition. */
    private static Object constant(String text) {
        return text.startsWith("'") ? PartitionValues.string(text) : new BigDecimal(text);
    }

    /** Formats the clause as TiDB's parser restores it. */
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
