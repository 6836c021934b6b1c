package dev.dmock.sql.statement;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.token.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DML statement. */
public sealed interface RowStatement {

    TableName table();

    /** How duplicate keys are handled. */
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
     * @param rows a row without values uses all defaults
     * @param updates the assignments of ON DUPLICATE KEY UPDATE
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
     * @param limit the maximum number of rows, -1 for all
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

    /** A column and its new value. */
    record Assignment(String column, Expression value) {}
}
