/** Shared by all processing units: connections, the schema tracker, failures and faults. */
@NullMarked
package dev.dmock.task.unit;

import org.jspecify.annotations.NullMarked;
