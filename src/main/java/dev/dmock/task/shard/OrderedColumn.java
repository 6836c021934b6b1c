package dev.dmock.task.shard;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * A column in the order of optimistic mode: a wider column is larger, and so is one that is nullable, has a default or
 * is not part of a key. Columns of different types are not comparable.
 *
 * @param fixed what must be equal: type, sign, character set, the expression of a generated column
 * @param sizes length and decimals, -1 where there are none
 * @param elements the values of an enum or set; a column with more of them is larger
 * @param value the explicit default
 * @param fallback whether the column has AUTO_INCREMENT, if a row may omit it; else empty
 */
record OrderedColumn(
        List<Object> fixed,
        List<Integer> sizes,
        List<String> elements,
        boolean nullable,
        boolean key,
        Optional<String> value,
        Optional<Boolean> fallback) {

    static OrderedColumn of(Column column, TableStructure table) {
        ColumnType type = column.type();
        boolean listed = type.name().equals("enum") || type.name().equals("set");
        boolean omittable = column.autoIncrement() || column.nullable() || column.defaultValue() != null;
        String charset = type.charset() == null ? table.charset() : type.charset();
        String byCharset = Charsets.defaultCollation(charset, Dialect.TIDB);
        String ofTable = type.charset() == null && table.collation() != null ? table.collation() : byCharset;
        return new OrderedColumn(
                List.of(
                        type.name(),
                        type.unsigned(),
                        type.zerofill(),
                        Optional.ofNullable(column.onUpdate()),
                        column.generated(),
                        column.stored(),
                        charset,
                        type.collation() == null ? ofTable : type.collation()),
                listed ? List.of(-1, -1) : List.of(size(type, 0), size(type, 1)),
                listed ? type.arguments() : List.of(),
                column.nullable(),
                table.indexes().stream()
                        .anyMatch(
                                i -> i.parts().stream().anyMatch(p -> p.column().equalsIgnoreCase(column.name()))),
                Optional.ofNullable(column.defaultValue()),
                omittable ? Optional.of(column.autoIncrement()) : Optional.empty());
    }

    private static int size(ColumnType type, int place) {
        return type.arguments().size() > place
                ? Integer.parseInt(type.arguments().get(place))
                : -1;
    }

    /** Tells whether rows can omit the column. */
    boolean dispensable() {
        return fallback.isPresent();
    }

    int compare(OrderedColumn other) {
        return ShardOrder.of(
                ShardOrder.same(fixed, other.fixed),
                isExact() ? ShardOrder.same(sizes, other.sizes) : compareSizes(other),
                compareElements(other),
                Boolean.compare(nullable, other.nullable),
                Boolean.compare(other.key, key),
                ShardOrder.optional(value, other.value),
                ShardOrder.optional(fallback, other.fallback));
    }

    private boolean isExact() {
        return fixed.get(0).equals("decimal");
    }

    private int compareSizes(OrderedColumn other) {
        return ShardOrder.of(
                Integer.compare(sizes.get(0), other.sizes.get(0)), Integer.compare(sizes.get(1), other.sizes.get(1)));
    }

    private int compareElements(OrderedColumn other) {
        int common = Math.min(elements.size(), other.elements.size());
        ShardOrder.same(elements.subList(0, common), other.elements.subList(0, common));
        return Integer.compare(elements.size(), other.elements.size());
    }

    OrderedColumn join(OrderedColumn other) {
        ShardOrder.same(fixed, other.fixed);
        if (isExact()) {
            ShardOrder.same(sizes, other.sizes);
        }
        return new OrderedColumn(
                fixed,
                List.of(Math.max(sizes.get(0), other.sizes.get(0)), Math.max(sizes.get(1), other.sizes.get(1))),
                compareElements(other) < 0 ? other.elements : elements,
                nullable || other.nullable,
                key && other.key,
                ShardOrder.join(value, other.value),
                ShardOrder.join(fallback, other.fallback));
    }

    /** Returns the column that fits this table and one without the column: rows that omit it get some value. */
    OrderedColumn withFallback() {
        boolean zero = fallback.isEmpty();
        return new OrderedColumn(
                fixed,
                sizes,
                elements,
                nullable,
                false,
                zero ? Optional.of("0") : value,
                zero ? Optional.of(false) : fallback);
    }
}
