/** Tests of what goes wrong on purpose. */
@NullMarked
package dev.dmock.fault;

import org.jspecify.annotations.NullMarked;
