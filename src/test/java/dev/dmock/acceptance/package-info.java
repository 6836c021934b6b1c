/** The whole server, asked over HTTP as a client asks it. */
@NullMarked
package dev.dmock.acceptance;

import org.jspecify.annotations.NullMarked;
