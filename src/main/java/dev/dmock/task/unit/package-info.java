/** What all processing units use: connections, the schema tracker, failures and faults. */
@NullMarked
package dev.dmock.task.unit;

import org.jspecify.annotations.NullMarked;
