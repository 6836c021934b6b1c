/** The records of tasks: subtasks, checkpoints, and the state of units and sharding. */
@NullMarked
package dev.dmock.task.model;

import org.jspecify.annotations.NullMarked;
