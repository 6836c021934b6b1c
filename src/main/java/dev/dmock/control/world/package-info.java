/** Operations on the world of a space. */
@NullMarked
package dev.dmock.control.world;

import org.jspecify.annotations.NullMarked;
