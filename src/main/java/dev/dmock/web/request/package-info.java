/** Judges requests as DM-master's HTTP layer does, without a server: refused in its words, or taken and decoded. */
@NullMarked
package dev.dmock.web.request;

import org.jspecify.annotations.NullMarked;
