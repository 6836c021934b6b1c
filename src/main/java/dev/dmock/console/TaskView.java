package dev.dmock.console;

import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.model.Subtask;
import java.util.List;

/** A task with its subtasks. */
record TaskView(String name, String mode, String shardMode, String target, List<SubtaskView> subtasks) {

    static TaskView of(List<Subtask> task, List<SubtaskView> subtasks) {
        SubtaskConfig config = task.get(0).config();
        TargetDatabase target = config.target();
        return new TaskView(
                config.task(),
                config.mode().label(),
                config.shardMode().label(),
                target.host() + ":" + target.port(),
                subtasks);
    }

    /** Returns whether a unit is running that is not complete. */
    boolean progressing() {
        return subtasks.stream().flatMap(s -> s.phases().stream()).anyMatch(PhaseView::progressing);
    }
}
