package dev.dmock.task.check;

import dev.dmock.world.sql.TableName;

/** A table of a source, and the one that it goes to. */
record Routed(TableName table, TableName target) {}
