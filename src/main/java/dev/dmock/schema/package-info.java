/** The table structures of a task, as its sync unit knows them. */
@NullMarked
package dev.dmock.schema;

import org.jspecify.annotations.NullMarked;
