/** Customizations of Tomcat's internals that match the wire behaviour of Go's server. Written against Tomcat 11.0. */
@NullMarked
package dev.dmock.web.tomcat;

import org.jspecify.annotations.NullMarked;
