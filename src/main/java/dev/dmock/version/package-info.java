/** The versions of DM-master's API, and how they differ. Knows nothing else. */
@NullMarked
package dev.dmock.version;

import org.jspecify.annotations.NullMarked;
