/** Sources over HTTP, as the API of v8 has them. */
@NullMarked
package dev.dmock.source.web.v8;

import org.jspecify.annotations.NullMarked;
