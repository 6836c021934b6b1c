/** Who may use the control API, and where: no web page of another origin, and nobody without the token if there is one. */
@NullMarked
package dev.dmock.control.door;

import org.jspecify.annotations.NullMarked;
