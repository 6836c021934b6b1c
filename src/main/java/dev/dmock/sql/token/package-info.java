/** Takes statements apart into tokens, and the errors of databases about them. */
@NullMarked
package dev.dmock.sql.token;

import org.jspecify.annotations.NullMarked;
