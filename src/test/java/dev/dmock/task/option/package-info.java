/** Tests of the options of tasks. */
@NullMarked
package dev.dmock.task.option;

import org.jspecify.annotations.NullMarked;
