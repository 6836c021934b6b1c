/** What tasks are meant to do: their configuration as it is posted, and what DM derives from it for each source. */
@NullMarked
package dev.dmock.task.config;

import org.jspecify.annotations.NullMarked;
