/** Tests of the room of the same name. */
@NullMarked
package dev.dmock.world;

import org.jspecify.annotations.NullMarked;
