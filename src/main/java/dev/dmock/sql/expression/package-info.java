/** Expressions and their values. */
@NullMarked
package dev.dmock.sql.expression;

import org.jspecify.annotations.NullMarked;
