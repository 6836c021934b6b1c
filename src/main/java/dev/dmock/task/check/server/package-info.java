/** Checks of upstream servers and their settings. */
@NullMarked
package dev.dmock.task.check.server;

import org.jspecify.annotations.NullMarked;
