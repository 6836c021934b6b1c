/** The sync unit: applies the upstream's binlog downstream. */
@NullMarked
package dev.dmock.task.sync;

import org.jspecify.annotations.NullMarked;
