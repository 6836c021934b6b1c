package dev.dmock.task.model;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.rule.AllowList;
import dev.dmock.task.config.rule.BinlogFilter;
import dev.dmock.task.config.rule.TableRouter;

/** The rules of a subtask, ready to be asked. */
public record TableRules(AllowList allowed, TableRouter router, BinlogFilter filter) {

    /** Whether the task takes this table; with table "", whether it takes what happens to the schema. */
    public boolean migrates(TableName table) {
        return allowed.contains(table);
    }

    /** Where a table goes. */
    public TableName target(TableName table) {
        return router.route(table);
    }

    public boolean ignores(String eventType, TableName table, String statement) {
        return filter.ignores(eventType, table, statement);
    }
}
