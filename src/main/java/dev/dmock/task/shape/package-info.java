/** Structures of tables as DM's optimistic mode compares and joins them. */
@NullMarked
package dev.dmock.task.shape;

import org.jspecify.annotations.NullMarked;
