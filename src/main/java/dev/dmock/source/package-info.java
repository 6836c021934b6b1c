/** Sources: the upstream servers as DM knows them, and the relay log that workers pull from them. */
@NullMarked
package dev.dmock.source;

import org.jspecify.annotations.NullMarked;
