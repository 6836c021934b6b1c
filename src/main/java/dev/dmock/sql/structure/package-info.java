/** Makes and changes structures of tables, and prints them as MySQL and TiDB do. */
@NullMarked
package dev.dmock.sql.structure;

import org.jspecify.annotations.NullMarked;
