/** The records of a database server, its binlog, accounts, tables and rows, and where they are kept. */
@NullMarked
package dev.dmock.world.database.model;

import org.jspecify.annotations.NullMarked;
