/** Rules about the code itself: which room may know which, and what no room may do. */
@NullMarked
package dev.dmock.architecture;

import org.jspecify.annotations.NullMarked;
