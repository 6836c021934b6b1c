/** Tests of what goes over the wire, with a server that has operations of its own. */
@NullMarked
package dev.dmock.web.servlet;

import org.jspecify.annotations.NullMarked;
