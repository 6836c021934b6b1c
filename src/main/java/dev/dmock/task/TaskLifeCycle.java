package dev.dmock.task;

import dev.dmock.cluster.Etcd;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TaskOptions;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.world.database.DatabaseSession;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts, stops and deletes tasks as v8 does. Verified against v8.1.0. */
@Service
public class TaskLifeCycle {

    private static final String REFUSED = "connect: connection refused";
    private static final String PUTTING_OPTIONS = "while putting task command line arguments";

    private final TaskService tasks;
    private final Subtasks subtasks;
    private final UnitConnections endpoints;
    private final MetaSchema meta;

    TaskLifeCycle(TaskService tasks, Subtasks subtasks, UnitConnections endpoints, MetaSchema meta) {
        this.tasks = tasks;
        this.subtasks = subtasks;
        this.endpoints = endpoints;
        this.meta = meta;
    }

    /**
     * What a client asks of a start.
     *
     * @param sources on which sources; null or empty for all
     * @param removeMeta whether what the task knows of its progress is to be forgotten first
     * @param startTime since when the binlog is to be read; null if not given
     * @param safeMode for how long rows are written so that repeating them does no harm; null if not given
     */
    public record Start(
            @Nullable List<String> sources,
            boolean removeMeta,
            @Nullable String startTime,
            @Nullable String safeMode) {}

    /**
     * Starts a task (POST tasks/{name}/start); nothing happens to one that is not there, unless sources are named.
     *
     * @throws dev.dmock.error.DmException 46008, 20022, 38058; 10001, 10006 if its meta data cannot be removed; code 0 for
     *     the options; 42501 for a source that is named twice
     */
    public void start(Draft draft, String task, Start start) {
        List<String> sources = orAll(draft, task, start.sources);
        List<Subtask> chosen = sources.stream()
                .map(source -> startable(draft, task, source, start.startTime != null))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        if (start.removeMeta) {
            removeMeta(draft, task, chosen.get(0).config().target());
        }
        TaskOptions options = TaskOptions.ofStart(start.startTime, start.safeMode);
        requireOnce(draft, sources, options);
        for (String source : sources) {
            Subtask subtask = draft.get(Subtask.KIND, task, source);
            subtasks.run(draft, subtask.withOptions(options));
        }
    }

    private List<String> orAll(Draft draft, String task, @Nullable List<String> sources) {
        return sources == null || sources.isEmpty()
                ? subtasks.of(draft, task).stream().map(Subtask::source).toList()
                : sources;
    }

    private Subtask startable(Draft draft, String task, String source, boolean since) {
        DmError unknown = DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, source);
        Subtask subtask = subtasks.find(draft, task, source).orElseThrow(unknown::asException);
        TaskMode mode = subtask.config().mode();
        if (mode == TaskMode.INCREMENTAL && subtask.config().start() == null && !since) {
            throw DmError.of(DmCode.CONFIG_METADATA_NOT_SET, source, mode.label())
                    .asException();
        }
        if (!draft.find(Source.KIND, source).orElseThrow(unknown::asException).enabled()) {
            throw DmError.of(DmCode.MASTER_START_TASK, task, "source: " + source + " is not enabled")
                    .asException();
        }
        return subtask;
    }

    /** Units that are made know nothing of it until they look for their tables; others begin from the start. */
    private void removeMeta(Draft draft, String task, TargetDatabase target) {
        List<Subtask> parts = List.copyOf(subtasks.of(draft, task));
        dropMeta(draft, parts, endpoints.checkTarget(draft, target));
        parts.stream()
                .filter(part -> !part.isMade(draft.now()))
                .forEach(part ->
                        draft.put(Subtask.KIND, subtasks.startOver(draft, part).withMadeAt(null)));
    }

    private void dropMeta(Draft draft, Collection<Subtask> parts, DatabaseSession session) {
        SubtaskConfig any = parts.iterator().next().config();
        meta.drop(draft, any.target(), any.metaSchema(), any.task(), session);
    }

    private static void requireOnce(Draft draft, Collection<String> sources, @Nullable TaskOptions options) {
        if (Etcd.writesTwice(sources)) {
            DmError error = Etcd.duplicateKey(draft);
            throw (options == null ? error : error.annotated(PUTTING_OPTIONS)).afterTheFact();
        }
    }

    /**
     * Stops a task (POST tasks/{name}/stop); nothing happens to one that is not there, unless sources are named.
     *
     * @param timeout how long the stop may take; null if not given
     * @throws dev.dmock.error.DmException code 0 for the timeout; 46016, 46017; 42501 for a source that is named twice
     */
    public void stop(Draft draft, String task, @Nullable List<String> sources, @Nullable String timeout) {
        TaskOptions options = TaskOptions.ofStop(timeout);
        List<String> names = orAll(draft, task, sources);
        if (names.isEmpty()) {
            return;
        }
        List<Subtask> chosen = tasks.named(draft, task, names);
        requireOnce(draft, names, options);
        chosen.forEach(subtask -> subtasks.halt(draft, subtask.withOptions(options)));
    }

    /**
     * Deletes a task, and its meta data downstream (DELETE tasks/{name}).
     *
     * @param force whether it may be running, and its target out of reach
     * @throws dev.dmock.error.DmException 46018; 49001 if it is meant to run; 10001, 11112, 10006 for its target
     */
    public void delete(Draft draft, String task, boolean force) {
        List<Subtask> parts = List.copyOf(tasks.require(draft, task));
        if (!force && parts.stream().anyMatch(Subtask::meantToRun)) {
            throw DmError.of(DmCode.OPEN_API_COMMON)
                    .message("task %s have running subtasks, please stop them or delete task with force.", task)
                    .asException();
        }
        try {
            DatabaseSession target =
                    endpoints.checkTarget(draft, parts.get(0).config().target());
            parts.forEach(part -> subtasks.remove(draft, part));
            dropMeta(draft, parts, target);
        } catch (DmException e) {
            boolean unreachable =
                    Objects.requireNonNullElse(e.error().cause(), "").contains(REFUSED);
            if (!force || !unreachable) {
                throw e;
            }
            parts.forEach(part -> subtasks.remove(draft, part));
            subtasks.removeLocks(draft, task);
        }
    }
}
