/** Tests of the shapes of the first generation. */
@NullMarked
package dev.dmock.task.web.v5;

import org.jspecify.annotations.NullMarked;
