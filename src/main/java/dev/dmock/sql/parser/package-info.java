/** Parses statements by recursive descent. */
@NullMarked
package dev.dmock.sql.parser;

import org.jspecify.annotations.NullMarked;
