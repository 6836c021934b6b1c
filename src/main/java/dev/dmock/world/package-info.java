/** The world document and its events: everything outside DM that a cluster depends on. */
@NullMarked
package dev.dmock.world;

import org.jspecify.annotations.NullMarked;
