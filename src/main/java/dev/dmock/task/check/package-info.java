/** The precheck that a task has to pass before it is made. */
@NullMarked
package dev.dmock.task.check;

import org.jspecify.annotations.NullMarked;
