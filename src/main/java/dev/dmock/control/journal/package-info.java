/** Control operations on the journal and on the coverage that is derived from it. */
@NullMarked
package dev.dmock.control.journal;

import org.jspecify.annotations.NullMarked;
