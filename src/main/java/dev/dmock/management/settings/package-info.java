/** What can be set, in which ways, and what is said of settings that there are not. */
@NullMarked
package dev.dmock.management.settings;

import org.jspecify.annotations.NullMarked;
