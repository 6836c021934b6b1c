/** Operations on spaces, their clocks, timelines and snapshots. */
@NullMarked
package dev.dmock.control.space;

import org.jspecify.annotations.NullMarked;
