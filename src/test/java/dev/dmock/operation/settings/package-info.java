/** Tests of what can be set. */
@NullMarked
package dev.dmock.operation.settings;

import org.jspecify.annotations.NullMarked;
