/** The HTTP API of v8 for sources. */
@NullMarked
package dev.dmock.source.web.v8;

import org.jspecify.annotations.NullMarked;
