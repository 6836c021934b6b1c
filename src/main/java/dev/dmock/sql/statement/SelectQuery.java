package dev.dmock.sql.statement;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.token.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of INSERT … SELECT: one SELECT, or several combined with UNION.
 *
 * @param distinct whether duplicate rows are removed
 */
public record SelectQuery(List<Select> selects, boolean distinct) {

    /**
     * One SELECT.
     *
     * @param from joined from left to right; empty if the query reads no table
     * @param limit the maximum number of rows, -1 for all
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
     * @param table the table whose columns are selected; "" for all tables
     */
    public record Item(@Nullable Expression value, String table) {}

    /**
     * A table in FROM.
     *
     * @param alias its name in this statement
     * @param on the condition of the join with the tables before it, null for none
     * @param outer whether unmatched rows are kept (LEFT JOIN)
     */
    public record From(
            TableName table, String alias, @Nullable Expression on, boolean outer) {}

    /** A sort expression. */
    public record Order(Expression by, boolean descending) {}
}
