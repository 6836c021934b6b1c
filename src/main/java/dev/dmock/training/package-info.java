/** Plays typical requests at build or install time, so that the JVM can write an archive of what it loaded. */
@NullMarked
package dev.dmock.training;

import org.jspecify.annotations.NullMarked;
