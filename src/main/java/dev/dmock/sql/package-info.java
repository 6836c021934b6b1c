/** MySQL's SQL as text: statements read into structures, and structures written as MySQL and TiDB write them. */
@NullMarked
package dev.dmock.sql;

import org.jspecify.annotations.NullMarked;
