/** DM's own tables downstream. */
@NullMarked
package dev.dmock.task.meta;

import org.jspecify.annotations.NullMarked;
