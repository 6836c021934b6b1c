/** The HTTP API of v8 for table structures. */
@NullMarked
package dev.dmock.schema.web.v8;

import org.jspecify.annotations.NullMarked;
