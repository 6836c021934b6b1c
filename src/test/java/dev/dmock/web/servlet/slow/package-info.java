/** Tests of what slow clients get. */
@NullMarked
package dev.dmock.web.servlet.slow;

import org.jspecify.annotations.NullMarked;
