/** The console: one page on which a person watches a space and acts on it through the control API. */
@NullMarked
package dev.dmock.console;

import org.jspecify.annotations.NullMarked;
