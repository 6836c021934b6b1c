/** Checks of tables that are merged into one. */
@NullMarked
package dev.dmock.task.check.shard;

import org.jspecify.annotations.NullMarked;
