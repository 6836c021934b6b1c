package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.TaskCreation;
import dev.dmock.task.TaskLifeCycle;
import dev.dmock.task.TaskService;
import dev.dmock.task.TaskUpdate;
import dev.dmock.web.Listing;
import dev.dmock.web.V8;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on tasks. Verified against v8.1.0. */
@V8
class TaskControllerV8 {

    private static final String NAME = "task-name";
    private static final String TASK = "/tasks/{task-name}";

    private final Spaces spaces;
    private final TaskCreation creation;
    private final TaskUpdate update;
    private final TaskLifeCycle lifeCycle;
    private final TaskService tasks;
    private final TaskListV8 lists;
    private final SubtaskStatusesV8 statuses;

    TaskControllerV8(
            Spaces spaces,
            TaskCreation creation,
            TaskUpdate update,
            TaskLifeCycle lifeCycle,
            TaskService tasks,
            TaskListV8 lists,
            SubtaskStatusesV8 statuses) {
        this.spaces = spaces;
        this.creation = creation;
        this.update = update;
        this.lifeCycle = lifeCycle;
        this.tasks = tasks;
        this.lists = lists;
        this.statuses = statuses;
    }

    /** DMAPICreateTask. */
    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    OperateTaskResponseV8 create(SpaceName space, @RequestBody(required = false) @Nullable TaskRequestV8 body) {
        TaskRequestV8 request = Objects.requireNonNullElse(body, TaskRequestV8.EMPTY);
        return answer(spaces.write(
                space, draft -> creation.create(draft, request.taskOrZero().toDomain())));
    }

    /** DMAPIUpdateTask; the name in the path does not count. */
    @PutMapping(TASK)
    OperateTaskResponseV8 update(SpaceName space, @RequestBody(required = false) @Nullable TaskRequestV8 body) {
        TaskRequestV8 request = Objects.requireNonNullElse(body, TaskRequestV8.EMPTY);
        return answer(spaces.write(
                space, draft -> update.update(draft, request.taskOrZero().toDomain())));
    }

    private static OperateTaskResponseV8 answer(TaskCreation.Created done) {
        return OperateTaskResponseV8.of(done.checkResult(), done.task());
    }

    /** DMAPIGetTaskList. */
    @GetMapping("/tasks")
    Listing<TaskV8> list(
            SpaceName space,
            @RequestParam(name = "with_status", required = false) boolean withStatus,
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "source_name_list", required = false) @Nullable List<String> sources) {
        return spaces.read(space, draft -> Listing.of(lists.list(draft, withStatus, stage, sources)));
    }

    /** DMAPIGetTask. */
    @GetMapping(TASK)
    TaskV8 show(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestParam(name = "with_status", required = false) boolean withStatus) {
        return spaces.read(space, draft -> lists.show(draft, name, withStatus));
    }

    /** DMAPIDeleteTask. */
    @DeleteMapping(TASK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestParam(name = "force", required = false) boolean force) {
        spaces.change(space, draft -> lifeCycle.delete(draft, name, force));
    }

    /** DMAPIGetTaskStatus; all sources are shown, whichever are asked for. */
    @GetMapping(TASK + "/status")
    Listing<SubtaskStatusV8> status(SpaceName space, @PathVariable(NAME) String name) {
        return spaces.read(space, draft -> Listing.of(statuses.of(draft, tasks.require(draft, name))));
    }

    /** DMAPIStartTask. */
    @PostMapping(TASK + "/start")
    void start(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestBody(required = false) @Nullable StartRequest body) {
        StartRequest request = Objects.requireNonNullElse(body, StartRequest.EMPTY);
        TaskLifeCycle.Start start = new TaskLifeCycle.Start(
                request.sources, Boolean.TRUE.equals(request.removeMeta), request.startTime, request.safeMode);
        spaces.change(space, draft -> lifeCycle.start(draft, name, start));
    }

    /** DMAPIStopTask. */
    @PostMapping(TASK + "/stop")
    void stop(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestBody(required = false) @Nullable StopRequest body) {
        StopRequest request = Objects.requireNonNullElse(body, StopRequest.EMPTY);
        spaces.change(space, draft -> lifeCycle.stop(draft, name, request.sources, request.timeout));
    }

    /** Where a task is to start, and how. */
    record StartRequest(
            @JsonProperty("remove_meta") @Nullable Boolean removeMeta,

            @JsonProperty("safe_mode_time_duration") @Nullable
            String safeMode,

            @JsonProperty("source_name_list") @Nullable List<String> sources,
            @JsonProperty("start_time") @Nullable String startTime) {

        static final StartRequest EMPTY = new StartRequest(null, null, null, null);
    }

    /** Where a task is to stop, and how long that may take. */
    record StopRequest(
            @JsonProperty("source_name_list") @Nullable List<String> sources,
            @JsonProperty("timeout_duration") @Nullable String timeout) {

        static final StopRequest EMPTY = new StopRequest(null, null);
    }
}
