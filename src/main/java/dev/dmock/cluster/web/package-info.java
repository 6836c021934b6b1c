/** The cluster's operations over HTTP, and the ports on which its masters answer. */
@NullMarked
package dev.dmock.cluster.web;

import org.jspecify.annotations.NullMarked;
