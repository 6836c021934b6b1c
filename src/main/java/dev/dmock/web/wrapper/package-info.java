/** Wrappers of servlet requests and responses. */
@NullMarked
package dev.dmock.web.wrapper;

import org.jspecify.annotations.NullMarked;
