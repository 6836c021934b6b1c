package dev.dmock.task;

import dev.dmock.cluster.Etcd;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.model.Subtask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The operations on tasks that exist. Verified against v5.3.0 and v8.1.0. */
@Service
public class TaskService {

    private final Subtasks subtasks;

    TaskService(Subtasks subtasks) {
        this.subtasks = subtasks;
    }

    /** The subtasks of each task, by its name, in the order of the sources. */
    public Map<String, List<Subtask>> all(Draft draft) {
        Map<String, List<Subtask>> tasks = new TreeMap<>();
        for (Subtask subtask : draft.all(Subtask.KIND)) {
            tasks.computeIfAbsent(subtask.task(), name -> new ArrayList<>()).add(subtask);
        }
        return tasks;
    }

    /**
     * The subtasks of a task, in the order of the sources.
     *
     * @throws dev.dmock.error.DmException 46018 if there is no such task
     */
    public Collection<Subtask> require(Draft draft, String task) {
        Collection<Subtask> found = subtasks.of(draft, task);
        if (found.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_TASK_NOT_EXIST, task).asException();
        }
        return found;
    }

    /**
     * Lets a task run (resume of v5), or makes it stand still (pause of v5).
     *
     * @param sources on which sources; null or empty for all, and then an unknown task is none
     * @throws dev.dmock.error.DmException 46016, 46017 if sources are named that the task does not have, code 0 for one
     *     that is named twice; nothing is changed
     */
    public void operate(Draft draft, String task, @Nullable List<String> sources, boolean run) {
        Collection<Subtask> chosen =
                sources == null || sources.isEmpty() ? subtasks.of(draft, task) : named(draft, task, sources);
        if (sources != null && Etcd.writesTwice(sources)) {
            throw Etcd.duplicateKey(draft).asException();
        }
        for (Subtask subtask : List.copyOf(chosen)) {
            if (run) {
                subtasks.run(draft, subtask);
            } else {
                subtasks.halt(draft, subtask);
            }
        }
    }

    /**
     * Stops and removes a task, or its part of some sources (DELETE tasks/{name} of v5); its meta data downstream stays.
     *
     * @throws dev.dmock.error.DmException 46018; with sources 46016, 46017
     */
    public void delete(Draft draft, String task, @Nullable List<String> sources) {
        Collection<Subtask> chosen =
                sources == null || sources.isEmpty() ? require(draft, task) : named(draft, task, sources);
        List.copyOf(chosen).forEach(subtask -> subtasks.remove(draft, subtask));
    }

    /** The subtasks on these sources; 46016 if there is no such task, 46017 if it does not have all of the sources. */
    List<Subtask> named(Draft draft, String task, List<String> sources) {
        if (subtasks.of(draft, task).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SUB_TASK_OP_TASK_NOT_EXIST, task).asException();
        }
        List<String> unknown = sources.stream()
                .filter(source -> subtasks.find(draft, task, source).isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SUB_TASK_OP_SOURCE_NOT_EXIST, unknown)
                    .asException();
        }
        return sources.stream()
                .distinct()
                .map(source -> draft.get(Subtask.KIND, task, source))
                .toList();
    }
}
