/** Changes to the inside of Tomcat, so that it takes and answers on the wire what Go's server does. Written against Tomcat 11.0. */
@NullMarked
package dev.dmock.web.tomcat;

import org.jspecify.annotations.NullMarked;
