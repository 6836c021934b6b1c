/** Tests of the request layer, without a server. */
@NullMarked
package dev.dmock.web.request;

import org.jspecify.annotations.NullMarked;
