/** The console as it is rendered, and as a real browser shows it. */
@NullMarked
package dev.dmock.console;

import org.jspecify.annotations.NullMarked;
