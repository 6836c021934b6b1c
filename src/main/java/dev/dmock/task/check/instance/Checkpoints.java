package dev.dmock.task.check.instance;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.SubtaskConfig;

/** Knows how far tasks are, as their checkpoints downstream say. */
public interface Checkpoints {

    /** Whether a task of this name has written checkpoints to this target. */
    boolean exist(Draft draft, SubtaskConfig part);
}
