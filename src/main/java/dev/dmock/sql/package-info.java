/** Parses MySQL's SQL and formats table structures as MySQL and TiDB do. */
@NullMarked
package dev.dmock.sql;

import org.jspecify.annotations.NullMarked;
