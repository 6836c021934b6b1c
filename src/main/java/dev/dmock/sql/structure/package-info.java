/** Builds and changes table structures, and formats them as MySQL and TiDB do. */
@NullMarked
package dev.dmock.sql.structure;

import org.jspecify.annotations.NullMarked;
