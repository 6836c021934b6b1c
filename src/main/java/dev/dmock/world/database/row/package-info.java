/** Changes rows of a table. */
@NullMarked
package dev.dmock.world.database.row;

import org.jspecify.annotations.NullMarked;
