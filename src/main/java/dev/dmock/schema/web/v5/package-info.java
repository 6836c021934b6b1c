/** Table structures over HTTP, as the API up to v5.3 has them. */
@NullMarked
package dev.dmock.schema.web.v5;

import org.jspecify.annotations.NullMarked;
