/** The catalogue of settings, the command line, and the check for unknown settings. */
@NullMarked
package dev.dmock.management.settings;

import org.jspecify.annotations.NullMarked;
