/** Names, results and the report of checks. */
@NullMarked
package dev.dmock.task.check.model;

import org.jspecify.annotations.NullMarked;
