/** Tests of who is let in to the control API. */
@NullMarked
package dev.dmock.control.door;

import org.jspecify.annotations.NullMarked;
