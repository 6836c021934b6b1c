package dev.dmock.task.model;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.rule.AllowList;
import dev.dmock.task.config.rule.BinlogFilter;
import dev.dmock.task.config.rule.TableRouter;

/** The parsed allow list, routes and binlog filter of a subtask. */
public record TableRules(AllowList allowed, TableRouter router, BinlogFilter filter) {

    /** Tells whether the task migrates a table, or with table "" the DDL of a schema. */
    public boolean migrates(TableName table) {
        return allowed.contains(table);
    }

    /** Returns the target of a table. */
    public TableName target(TableName table) {
        return router.route(table);
    }

    public boolean ignores(String eventType, TableName table, String statement) {
        return filter.ignores(eventType, table, statement);
    }
}
