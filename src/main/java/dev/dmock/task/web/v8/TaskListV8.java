package dev.dmock.task.web.v8;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.TaskService;
import dev.dmock.task.config.RebuiltTask;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.model.Subtask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists tasks as v8 does: rebuilt from their subtasks, and those that a stage and sources choose. */
@Component
class TaskListV8 {

    private final TaskService tasks;
    private final SubtaskStatusesV8 statuses;

    TaskListV8(TaskService tasks, SubtaskStatusesV8 statuses) {
        this.tasks = tasks;
        this.statuses = statuses;
    }

    /**
     * The tasks.
     *
     * @param stage the stage that all subtasks have to be in; null for any
     * @param sources exactly the sources that a task has to have; null for any
     */
    List<TaskV8> list(Draft draft, boolean withStatus, @Nullable String stage, @Nullable List<String> sources) {
        List<TaskV8> list = new ArrayList<>();
        for (List<Subtask> subtasks : tasks.all(draft).values()) {
            List<SubtaskStatusV8> status = withStatus || stage != null ? statuses.of(draft, subtasks) : List.of();
            boolean inStage =
                    status.stream().allMatch(s -> stage == null || s.stage().equals(stage));
            if (inStage && (sources == null || haveJust(subtasks, sources))) {
                list.add(TaskV8.of(rebuilt(subtasks), withStatus ? status : null));
            }
        }
        return list;
    }

    private static boolean haveJust(List<Subtask> subtasks, List<String> sources) {
        return subtasks.size() == sources.size()
                && Set.copyOf(sources)
                        .containsAll(subtasks.stream().map(Subtask::source).toList());
    }

    /** One task. */
    TaskV8 show(Draft draft, String name, boolean withStatus) {
        List<Subtask> subtasks = List.copyOf(tasks.require(draft, name));
        return TaskV8.of(rebuilt(subtasks), withStatus ? statuses.of(draft, subtasks) : null);
    }

    private static TaskConfig rebuilt(Collection<Subtask> subtasks) {
        return RebuiltTask.of(subtasks.stream().map(Subtask::config).toList());
    }
}
