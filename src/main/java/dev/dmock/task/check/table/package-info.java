/** Checks of the structures of tables. */
@NullMarked
package dev.dmock.task.check.table;

import org.jspecify.annotations.NullMarked;
