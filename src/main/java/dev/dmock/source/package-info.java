/** Sources, which are upstream servers with DM's settings, and the relay log that workers pull from them. */
@NullMarked
package dev.dmock.source;

import org.jspecify.annotations.NullMarked;
