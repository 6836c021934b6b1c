/** Tasks and their subtasks: what they are meant to do, how far they are, and what they write downstream. */
@NullMarked
package dev.dmock.task;

import org.jspecify.annotations.NullMarked;
