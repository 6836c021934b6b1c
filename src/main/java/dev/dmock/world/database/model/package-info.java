/** The stored records of a database server: its binlog, accounts, tables and rows. */
@NullMarked
package dev.dmock.world.database.model;

import org.jspecify.annotations.NullMarked;
