/** The PostgreSQL that tests run on. */
@NullMarked
package dev.dmock.postgres;

import org.jspecify.annotations.NullMarked;
