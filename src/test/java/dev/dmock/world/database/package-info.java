/** Tests of the room of the same name. */
@NullMarked
package dev.dmock.world.database;

import org.jspecify.annotations.NullMarked;
