package dev.dmock.task;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.RebuiltTask;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Template;
import dev.dmock.task.unit.UnitConnections;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keeps templates of tasks (the operations below tasks/templates, v8). Verified against v8.1.0. */
@Service
public class TemplateService {

    private static final String MASTER = "dm-master";

    private final UnitConnections endpoints;
    private final TaskService tasks;

    TemplateService(UnitConnections endpoints, TaskService tasks) {
        this.endpoints = endpoints;
        this.tasks = tasks;
    }

    /**
     * Keeps a new template.
     *
     * @return the template, with the meta schema that was filled in
     * @throws DmException 10001, 11112 for the target; 20050 if there is one of that name
     */
    public TaskConfig create(Draft draft, TaskConfig posted) {
        TaskConfig task = checked(draft, posted);
        if (draft.has(Template.KIND, task.name())) {
            throw exists(task.name()).asException();
        }
        draft.put(Template.KIND, new Template(task.name(), task));
        return task;
    }

    /**
     * Replaces a template; its name says which one.
     *
     * @throws DmException 10001, 11112 for the target; 20051 if there is none of that name
     */
    public TaskConfig replace(Draft draft, TaskConfig posted) {
        TaskConfig task = checked(draft, posted);
        require(draft, task.name());
        draft.put(Template.KIND, new Template(task.name(), task));
        return task;
    }

    private TaskConfig checked(Draft draft, TaskConfig posted) {
        TaskConfig task = new SubtaskDerivation(ConfigPolicy.of(draft)).adjust(posted);
        try {
            endpoints.checkTarget(draft, task.target());
        } catch (DmException e) {
            throw e.error().withClass(MASTER).asException();
        }
        return task;
    }

    /** All templates but one without a name, which is kept where the list does not look. */
    public List<TaskConfig> all(Draft draft) {
        return draft.all(Template.KIND).stream()
                .filter(template -> !template.name().isEmpty())
                .map(Template::task)
                .toList();
    }

    /**
     * The template of this name.
     *
     * @throws DmException 20051 if there is none
     */
    public TaskConfig require(Draft draft, String name) {
        return draft.find(Template.KIND, name)
                .orElseThrow(() -> DmError.of(DmCode.CONFIG_OPEN_API_TASK_CONFIG_NOT_EXIST, name)
                        .asException())
                .task();
    }

    /** Removes a template, if there is one of that name. */
    public void delete(Draft draft, String name) {
        draft.remove(Template.KIND, name);
    }

    /** Which tasks became templates, and which did not and why. */
    public record Imported(List<String> done, List<Failure> failed) {

        /** A task that did not become a template. */
        public record Failure(String task, DmError error) {}
    }

    /** Makes templates of all tasks, as they are listed; those that are there are replaced only if that is wanted. */
    public Imported importTasks(Draft draft, boolean overwrite) {
        List<String> done = new ArrayList<>();
        List<Imported.Failure> failed = new ArrayList<>();
        tasks.all(draft).forEach((name, subtasks) -> {
            if (draft.has(Template.KIND, name) && !overwrite) {
                failed.add(new Imported.Failure(name, exists(name)));
                return;
            }
            TaskConfig task =
                    RebuiltTask.of(subtasks.stream().map(Subtask::config).toList());
            draft.put(Template.KIND, new Template(name, task));
            done.add(name);
        });
        return new Imported(done, failed);
    }

    private static DmError exists(String name) {
        return DmError.of(DmCode.CONFIG_OPEN_API_TASK_CONFIG_EXIST, name);
    }
}
