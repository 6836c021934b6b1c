/** The sync unit: repeats the upstream's binlog downstream. */
@NullMarked
package dev.dmock.task.sync;

import org.jspecify.annotations.NullMarked;
