/** The console, a page that shows a space and changes it through the control API. */
@NullMarked
package dev.dmock.console;

import org.jspecify.annotations.NullMarked;
