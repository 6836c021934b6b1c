/** The parsed statements. */
@NullMarked
package dev.dmock.sql.statement;

import org.jspecify.annotations.NullMarked;
