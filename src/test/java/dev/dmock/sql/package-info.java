/** Tests of the room of the same name. */
@NullMarked
package dev.dmock.sql;

import org.jspecify.annotations.NullMarked;
