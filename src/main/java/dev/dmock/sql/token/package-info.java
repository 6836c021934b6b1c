/** Splits statements into tokens and defines the databases' errors. */
@NullMarked
package dev.dmock.sql.token;

import org.jspecify.annotations.NullMarked;
