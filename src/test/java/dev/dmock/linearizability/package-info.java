/** Histories of many clients of one space, and whether they could be those of one client at a time. */
@NullMarked
package dev.dmock.linearizability;

import org.jspecify.annotations.NullMarked;
