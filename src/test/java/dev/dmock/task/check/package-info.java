/** Tests of the precheck: the recorded reports, and what else decides them. */
@NullMarked
package dev.dmock.task.check;

import org.jspecify.annotations.NullMarked;
