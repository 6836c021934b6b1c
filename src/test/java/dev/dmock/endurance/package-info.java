/** Tests that kill, fill, flood and stop real server processes, and see what is left. */
@NullMarked
package dev.dmock.endurance;

import org.jspecify.annotations.NullMarked;
