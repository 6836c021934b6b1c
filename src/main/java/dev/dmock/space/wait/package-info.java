/** Waits for a condition in a space without polling. */
@NullMarked
package dev.dmock.space.wait;

import org.jspecify.annotations.NullMarked;
