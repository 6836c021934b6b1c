/** The shapes of task configurations in the first generation of the API. */
@NullMarked
package dev.dmock.task.web.v5;

import org.jspecify.annotations.NullMarked;
