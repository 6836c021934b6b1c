/** Writes the binlog of a database server. */
@NullMarked
package dev.dmock.world.database.binlog;

import org.jspecify.annotations.NullMarked;
