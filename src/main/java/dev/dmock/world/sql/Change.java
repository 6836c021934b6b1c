package dev.dmock.world.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface Change {

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
            List<List<Expr>> rows,
            OnDuplicate onDuplicate,
            List<Assignment> updates)
            implements Change {}

    /** INSERT … SELECT and REPLACE … SELECT. */
    record InsertSelect(
            TableName table, List<String> columns, Query query, OnDuplicate onDuplicate, List<Assignment> updates)
            implements Change {}

    /**
     * UPDATE.
     *
     * @param where null for all rows
     * @param limit at most so many rows, -1 for all
     */
    record Update(
            TableName table,
            List<Assignment> assignments,
            @Nullable Expr where,
            List<Query.Order> order,
            long limit) implements Change {}

    record Delete(TableName table, @Nullable Expr where, List<Query.Order> order, long limit) implements Change {}

    /** A column and what it is set to. */
    record Assignment(String column, Expr value) {}
}
