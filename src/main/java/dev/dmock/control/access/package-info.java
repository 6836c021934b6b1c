/** Access to the control API: token, host names, limits of bodies, and a separate port. */
@NullMarked
package dev.dmock.control.access;

import org.jspecify.annotations.NullMarked;
