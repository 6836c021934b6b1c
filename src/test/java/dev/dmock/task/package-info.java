/** Tests of tasks: their configuration, apart from any server. */
@NullMarked
package dev.dmock.task;

import org.jspecify.annotations.NullMarked;
