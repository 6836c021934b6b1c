/** The records of tasks: subtasks, checkpoints, and what units and sharding keep. */
@NullMarked
package dev.dmock.task.model;

import org.jspecify.annotations.NullMarked;
