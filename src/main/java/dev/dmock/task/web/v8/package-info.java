/** The shapes of task configurations in the second generation of the API. */
@NullMarked
package dev.dmock.task.web.v8;

import org.jspecify.annotations.NullMarked;
