/** Statements that are understood. */
@NullMarked
package dev.dmock.sql.statement;

import org.jspecify.annotations.NullMarked;
