package dev.dmock.task.check.instance;

import dev.dmock.sql.token.TableName;

/** A table of a source, and the one that it goes to. */
public record RoutedTable(TableName table, TableName target) {}
