/** Keeps spaces in a database. */
@NullMarked
package dev.dmock.space.store;

import org.jspecify.annotations.NullMarked;
