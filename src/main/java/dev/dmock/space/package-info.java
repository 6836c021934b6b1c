/** Spaces: whole, separate clusters, each with its facts, version, clock and seed, and how those are kept and advanced. */
@NullMarked
package dev.dmock.space;

import org.jspecify.annotations.NullMarked;
