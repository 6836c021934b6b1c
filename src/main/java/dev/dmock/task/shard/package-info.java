/** Coordinates the DDL of tables that are merged into one. */
@NullMarked
package dev.dmock.task.shard;

import org.jspecify.annotations.NullMarked;
