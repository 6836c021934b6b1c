/** Checks of accounts. */
@NullMarked
package dev.dmock.task.check.privilege;

import org.jspecify.annotations.NullMarked;
