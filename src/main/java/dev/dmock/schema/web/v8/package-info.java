/** Table structures over HTTP, as the API of v8 has them. */
@NullMarked
package dev.dmock.schema.web.v8;

import org.jspecify.annotations.NullMarked;
