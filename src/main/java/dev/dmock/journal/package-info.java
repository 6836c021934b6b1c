/** The journal: what was asked of the DM API and what was answered, for tests to look at and verify. */
@NullMarked
package dev.dmock.journal;

import org.jspecify.annotations.NullMarked;
