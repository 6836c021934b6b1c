/** The options with which a task is started and stopped, and how DM reads times and durations in them. */
@NullMarked
package dev.dmock.task.option;

import org.jspecify.annotations.NullMarked;
