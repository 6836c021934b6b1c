/** Operations on faults. */
@NullMarked
package dev.dmock.control.fault;

import org.jspecify.annotations.NullMarked;
