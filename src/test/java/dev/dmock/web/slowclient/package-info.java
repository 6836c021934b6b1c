/** Tests of what slow clients get. */
@NullMarked
package dev.dmock.web.slowclient;

import org.jspecify.annotations.NullMarked;
