/** Access to the control API: token, host names, limits of bodies, a port of its own. */
@NullMarked
package dev.dmock.control.access;

import org.jspecify.annotations.NullMarked;
