/** The cluster's members: masters, workers, which worker holds which source, and how that is decided. */
@NullMarked
package dev.dmock.cluster;

import org.jspecify.annotations.NullMarked;
