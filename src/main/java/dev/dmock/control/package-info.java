/** The control API below /_dmock, which configures and inspects spaces. */
@NullMarked
package dev.dmock.control;

import org.jspecify.annotations.NullMarked;
