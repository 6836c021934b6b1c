/** Snapshots of spaces, and their documents. */
@NullMarked
package dev.dmock.space.snapshot;

import org.jspecify.annotations.NullMarked;
