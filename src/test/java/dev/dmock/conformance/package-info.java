/** Plays recorded conversations with a real DM-master against a server and says where its answers differ. */
@NullMarked
package dev.dmock.conformance;

import org.jspecify.annotations.NullMarked;
