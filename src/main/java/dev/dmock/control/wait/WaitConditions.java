package dev.dmock.control.wait;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Scheduler;
import dev.dmock.cluster.Worker;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.wait.ConditionWaiter;
import dev.dmock.task.StatusService;
import dev.dmock.task.TaskService;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.task.model.Unit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Parses and evaluates wait conditions: a subtask's stage, unit or synchronization, a source's binding, a worker's
 * stage.
 */
@Component
class WaitConditions {

    private final TaskService tasks;
    private final StatusService statuses;
    private final Scheduler scheduler;
    private final ClusterService cluster;
    private final ErrorTexts texts;

    WaitConditions(
            TaskService tasks, StatusService statuses, Scheduler scheduler, ClusterService cluster, ErrorTexts texts) {
        this.tasks = tasks;
        this.statuses = statuses;
        this.scheduler = scheduler;
        this.cluster = cluster;
        this.texts = texts;
    }

    /** A condition as the client sends it. */
    record Question(
            @Nullable String task,
            @Nullable String source,
            @Nullable String worker,
            @Nullable String stage,
            @Nullable String unit,
            @Nullable Boolean synced,
            @Nullable Boolean bound) {}

    /** A condition that holds or does not hold. */
    interface Condition {

        ConditionWaiter.Sight<Seen> look(Draft draft);
    }

    /** The last observation; only the member that the condition is about is set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(
            boolean met,
            Instant now,
            @Nullable List<SubtaskSeen> subtasks,
            @Nullable SourceSeen source,
            @Nullable WorkerSeen worker) {

        ConditionWaiter.Sight<Seen> asSight() {
            return new ConditionWaiter.Sight<>(met, this);
        }
    }

    /** A subtask; {@code synced} is left out before the sync unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubtaskSeen(
            String task,
            String source,
            String worker,
            String stage,
            String unit,
            @Nullable Boolean synced,
            @Nullable String error) {}

    /** A source and the worker that it is bound to. */
    record SourceSeen(String name, boolean bound, @Nullable String worker) {}

    /** A worker; the stage is left out if no worker has this name. */
    record WorkerSeen(
            String name, @Nullable String stage, @Nullable String source) {}

    /** @throws InvalidControlRequestException if the request has no condition, or more than one */
    Condition of(Question question) {
        refuseEmpty("task", question.task());
        refuseEmpty("source", question.source());
        refuseEmpty("worker", question.worker());
        if (question.task() != null) {
            refuse("worker", question.worker());
            refuse("bound", question.bound());
            return ofTask(question, question.task());
        }
        refuse("unit", question.unit());
        refuse("synced", question.synced());
        if (question.worker() != null) {
            refuse("bound", question.bound());
            return ofWorker(question, question.worker());
        }
        refuse("stage", question.stage());
        if (question.source() == null) {
            throw new InvalidControlRequestException("", "say what to wait for: task, source or worker");
        }
        return ofSource(question.source(), !Boolean.FALSE.equals(question.bound()));
    }

    private static void refuseEmpty(String path, @Nullable String name) {
        if ("".equals(name)) {
            throw new InvalidControlRequestException(path, "must not be empty");
        }
    }

    private static void refuse(String path, @Nullable Object given) {
        if (given != null) {
            throw new InvalidControlRequestException(path, "does not go with what is waited for");
        }
    }

    private Condition ofTask(Question question, String task) {
        Optional<Stage> stage = oneOf("stage", question.stage(), Stage.values(), Stage::label);
        Optional<Unit> unit = oneOf("unit", question.unit(), Unit.values(), Unit::label);
        String source = question.source();
        return draft -> {
            List<SubtaskStatus> all = tasks.all(draft).getOrDefault(task, List.of()).stream()
                    .filter(s -> source == null || source.equals(s.source()))
                    .map(s -> statuses.of(draft, s))
                    .toList();
            boolean met = !all.isEmpty()
                    && all.stream()
                            .allMatch(s -> (stage.isEmpty() || stage.get() == s.stage())
                                    && (unit.isEmpty() || unit.get().label().equals(s.unit()))
                                    && (question.synced() == null || question.synced() == isSynced(s)));
            List<SubtaskSeen> seen = all.stream().map(s -> seen(draft, s)).toList();
            return new Seen(met, draft.now(), seen, null, null).asSight();
        };
    }

    private static boolean isSynced(SubtaskStatus status) {
        return status.sync() != null && status.sync().synced();
    }

    private SubtaskSeen seen(Draft draft, SubtaskStatus status) {
        DmError error = status.error();
        return new SubtaskSeen(
                status.task(),
                status.source(),
                status.worker(),
                status.stage().label(),
                status.unit(),
                status.sync() == null ? null : status.sync().synced(),
                error == null ? null : texts.text(draft, error));
    }

    private Condition ofSource(String source, boolean bound) {
        return draft -> {
            String worker = scheduler.workerOf(draft, source).map(Worker::name).orElse(null);
            SourceSeen seen = new SourceSeen(source, worker != null, worker);
            return new Seen(seen.bound() == bound, draft.now(), null, seen, null).asSight();
        };
    }

    private Condition ofWorker(Question question, String name) {
        Optional<Worker.Stage> stage = oneOf("stage", question.stage(), Worker.Stage.values(), Worker.Stage::label);
        String source = question.source();
        return draft -> {
            Optional<Worker> worker = cluster.workers(draft).stream()
                    .filter(w -> w.name().equals(name))
                    .findFirst();
            boolean met = worker.filter(w -> stage.isEmpty() || stage.get() == w.stage())
                    .filter(w -> source == null || source.equals(w.source()))
                    .isPresent();
            WorkerSeen seen = new WorkerSeen(
                    name,
                    worker.map(w -> w.stage().label()).orElse(null),
                    worker.map(Worker::source).orElse(null));
            return new Seen(met, draft.now(), null, null, seen).asSight();
        };
    }

    private static <E> Optional<E> oneOf(String path, @Nullable String given, E[] values, Function<E, String> label) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(values)
                .filter(v -> label.apply(v).equalsIgnoreCase(given))
                .findFirst();
        if (found.isEmpty()) {
            String all = Arrays.stream(values).map(label).collect(Collectors.joining(", "));
            throw new InvalidControlRequestException(path, "has to be one of " + all);
        }
        return found;
    }
}
