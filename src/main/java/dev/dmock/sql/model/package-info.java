/** The model of tables, columns, keys, types and partitions. */
@NullMarked
package dev.dmock.sql.model;

import org.jspecify.annotations.NullMarked;
