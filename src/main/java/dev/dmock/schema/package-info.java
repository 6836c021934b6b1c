/** The structures of a task's tables as its sync unit knows them. */
@NullMarked
package dev.dmock.schema;

import org.jspecify.annotations.NullMarked;
