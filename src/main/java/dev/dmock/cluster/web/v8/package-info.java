/** Cluster, masters and workers over HTTP, as the API of v8 has them. */
@NullMarked
package dev.dmock.cluster.web.v8;

import org.jspecify.annotations.NullMarked;
