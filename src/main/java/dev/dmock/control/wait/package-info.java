/** Operations that wait for a condition. */
@NullMarked
package dev.dmock.control.wait;

import org.jspecify.annotations.NullMarked;
