/** Time: what the clock of a space shows, and the one place that asks the machine's. */
@NullMarked
package dev.dmock.time;

import org.jspecify.annotations.NullMarked;
