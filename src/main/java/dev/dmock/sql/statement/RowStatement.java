package dev.dmock.sql.statement;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.token.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface RowStatement {

    TableName table();

    /** What is done about rows whose keys are there already. */
    enum OnDuplicate {
        FAIL,
        IGNORE,
        REPLACE,
        UPDATE
    }

    /**
     * INSERT or REPLACE.
     *
     * @param columns empty for all
     * @param rows a row without values takes every default
     * @param updates what ON DUPLICATE KEY UPDATE sets
     */
    record Insert(
            TableName table,
            List<String> columns,
            List<List<Expression>> rows,
            OnDuplicate onDuplicate,
            List<Assignment> updates)
            implements RowStatement {}

    /** INSERT … SELECT and REPLACE … SELECT. */
    record InsertSelect(
            TableName table, List<String> columns, SelectQuery query, OnDuplicate onDuplicate, List<Assignment> updates)
            implements RowStatement {}

    /**
     * UPDATE.
     *
     * @param where null for all rows
     * @param limit at most so many rows, -1 for all
     */
    record Update(
            TableName table,
            List<Assignment> assignments,
            @Nullable Expression where,
            List<SelectQuery.Order> order,
            long limit)
            implements RowStatement {}

    record Delete(TableName table, @Nullable Expression where, List<SelectQuery.Order> order, long limit)
            implements RowStatement {}

    /** A column and what it is set to. */
    record Assignment(String column, Expression value) {}
}
