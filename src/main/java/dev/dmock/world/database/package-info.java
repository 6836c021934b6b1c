/** The database servers outside DM: upstream MySQL and downstream TiDB with accounts, tables, rows and binlog. */
@NullMarked
package dev.dmock.world.database;

import org.jspecify.annotations.NullMarked;
