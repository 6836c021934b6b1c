package dev.dmock.sql.statement;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.token.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What INSERT … SELECT inserts: the rows of one SELECT, or of several put together with UNION.
 *
 * @param distinct whether rows that are equal count once
 */
public record SelectQuery(List<Select> selects, boolean distinct) {

    /**
     * One SELECT.
     *
     * @param from joined from left to right; empty where no table is read
     * @param limit at most so many rows, -1 for all
     */
    public record Select(
            List<Item> items,
            List<From> from,
            @Nullable Expression where,
            List<Order> order,
            long limit,
            long offset) {}

    /**
     * A value, or all columns.
     *
     * @param value null for all columns
     * @param table whose columns; "" for those of every table
     */
    public record Item(@Nullable Expression value, String table) {}

    /**
     * A table that is read.
     *
     * @param alias its name in this statement
     * @param on the condition of the join with the tables before it, null for none
     * @param outer whether rows without a partner are kept (LEFT JOIN)
     */
    public record From(
            TableName table, String alias, @Nullable Expression on, boolean outer) {}

    /** An expression that rows are sorted by. */
    public record Order(Expression by, boolean descending) {}
}
