/** The control API below /_dmock: arranges a space and looks at it. */
@NullMarked
package dev.dmock.control;

import org.jspecify.annotations.NullMarked;
