/** Plays random conversations against two servers, and reduces a difference between their answers to a short case. */
@NullMarked
package dev.dmock.conformance.differential;

import org.jspecify.annotations.NullMarked;
