/** The facts of a space, drafts of changes to them, and the simulation that lets time pass. */
@NullMarked
package dev.dmock.space.fact;

import org.jspecify.annotations.NullMarked;
