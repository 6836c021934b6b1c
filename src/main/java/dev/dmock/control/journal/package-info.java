/** Operations on the journal, and the coverage that follows from it. */
@NullMarked
package dev.dmock.control.journal;

import org.jspecify.annotations.NullMarked;
