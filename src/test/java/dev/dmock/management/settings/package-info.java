/** Tests of what can be set. */
@NullMarked
package dev.dmock.management.settings;

import org.jspecify.annotations.NullMarked;
