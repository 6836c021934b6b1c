package dev.dmock.task.web.v5;

import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.StatusService;
import dev.dmock.task.TaskCreation;
import dev.dmock.task.TaskService;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.Trait;
import dev.dmock.web.Listing;
import dev.dmock.web.V5;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on tasks. Verified against v5.3.0. */
@V5
class TaskControllerV5 {

    private final Spaces spaces;
    private final TaskCreation creation;
    private final TaskService tasks;
    private final StatusService status;

    TaskControllerV5(Spaces spaces, TaskCreation creation, TaskService tasks, StatusService status) {
        this.spaces = spaces;
        this.creation = creation;
        this.tasks = tasks;
        this.status = status;
    }

    /** DMAPIStartTask. */
    @PostMapping("/tasks")
    ResponseEntity<TaskV5<FilterV5>> create(
            SpaceName space, @RequestBody(required = false) @Nullable CreateTaskRequestV5 body) {
        CreateTaskRequestV5 request = Objects.requireNonNullElse(body, CreateTaskRequestV5.EMPTY);
        return spaces.write(space, draft -> {
            TaskCreation.Created created = creation.createAndStart(
                    draft, TaskV5.toDomain(request.task()), request.sourceNames(), request.removesMeta());
            HttpStatus answer = draft.has(Trait.CREATING_TASK_IS_OK) ? HttpStatus.OK : HttpStatus.CREATED;
            return ResponseEntity.status(answer).body(TaskV5.of(created.task()));
        });
    }

    /** DMAPIGetTaskList. */
    @GetMapping("/tasks")
    Listing<? extends TaskV5<?>> list(SpaceName space) {
        return spaces.read(
                space,
                draft -> Listing.of(tasks.all(draft).values().stream()
                        .map(subtasks -> listed(draft, subtasks))
                        .toList()));
    }

    private static TaskV5<?> listed(Draft draft, List<Subtask> subtasks) {
        return draft.has(Trait.TASKS_LISTED_AS_POSTED)
                ? TaskV5.of(subtasks.get(0).posted())
                : ListedTaskV5.of(subtasks.stream().map(Subtask::config).toList());
    }

    /** DMAPIDeleteTask. */
    @DeleteMapping("/tasks/{task-name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            SpaceName space,
            @PathVariable("task-name") String name,
            @RequestParam(name = "source_name_list", required = false) @Nullable List<String> sources) {
        spaces.change(space, draft -> tasks.delete(draft, name, sources));
    }

    /** DMAPIGetTaskStatus; the documentation page has the parameter {@code stage}, v5.3.0 ignores it. */
    @GetMapping("/tasks/{task-name}/status")
    Listing<SubtaskStatusV5> status(
            SpaceName space,
            @PathVariable("task-name") String name,
            @RequestParam(name = "source_name_list", required = false) @Nullable List<String> sources,
            @RequestParam(name = "stage", required = false) @Nullable String stage) {
        return spaces.read(space, draft -> {
            boolean filters = stage != null && !stage.isEmpty() && draft.has(Trait.STAGE_FILTERS);
            return Listing.of(status.ofWorkers(draft, name, sources).stream()
                    .filter(s -> !filters || s.stage().label().equalsIgnoreCase(stage))
                    .map(SubtaskStatusV5::of)
                    .toList());
        });
    }

    /** DMAPIPauseTask. */
    @RequestMapping(
            path = "/tasks/{task-name}/pause",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void pause(
            SpaceName space,
            @PathVariable("task-name") String name,
            @RequestBody(required = false) @Nullable List<String> sources) {
        spaces.change(space, draft -> tasks.operate(draft, name, sources, false));
    }

    /** DMAPIResumeTask. */
    @RequestMapping(
            path = "/tasks/{task-name}/resume",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void resume(
            SpaceName space,
            @PathVariable("task-name") String name,
            @RequestBody(required = false) @Nullable List<String> sources) {
        spaces.change(space, draft -> tasks.operate(draft, name, sources, true));
    }
}
