/** Tests of the journal. */
@NullMarked
package dev.dmock.journal;

import org.jspecify.annotations.NullMarked;
