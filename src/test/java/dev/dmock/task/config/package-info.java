/** Tests of what DM makes of posted tasks. */
@NullMarked
package dev.dmock.task.config;

import org.jspecify.annotations.NullMarked;
