/** The sources of a task with what the checks look at. */
@NullMarked
package dev.dmock.task.check.instance;

import org.jspecify.annotations.NullMarked;
