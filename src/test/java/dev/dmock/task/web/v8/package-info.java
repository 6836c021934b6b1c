/** Tests of the shapes of the second generation. */
@NullMarked
package dev.dmock.task.web.v8;

import org.jspecify.annotations.NullMarked;
