/** The dump and the load unit. */
@NullMarked
package dev.dmock.task.full;

import org.jspecify.annotations.NullMarked;
