package dev.dmock.task;

import dev.dmock.cluster.Etcd;
import dev.dmock.cluster.Scheduler;
import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.check.Prechecks;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.model.FullState;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Unit;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.version.Trait;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes tasks (POST tasks), with DM-master's checks in its order. Verified against v5.3.0 and v8.1.0. */
@Service
public class TaskCreation {

    private final Subtasks subtasks;
    private final Scheduler scheduler;
    private final UnitConnections endpoints;
    private final Prechecks prechecks;
    private final MetaSchema meta;

    TaskCreation(
            Subtasks subtasks, Scheduler scheduler, UnitConnections endpoints, Prechecks prechecks, MetaSchema meta) {
        this.subtasks = subtasks;
        this.scheduler = scheduler;
        this.endpoints = endpoints;
        this.prechecks = prechecks;
        this.meta = meta;
    }

    /** A task that passed the checks: as it is echoed, its parts, and what the precheck said. */
    record Checked(TaskConfig task, List<SubtaskConfig> parts, String checkResult) {}

    /**
     * What was made.
     *
     * @param task the task as it is echoed
     * @param checkResult what the precheck said (v8)
     */
    public record Created(TaskConfig task, String checkResult) {}

    /**
     * Makes a task and starts it (v5).
     *
     * @param only the sources on which it is started; null for all
     * @param removeMeta whether checkpoints of an earlier task of this name are dropped first
     * @throws dev.dmock.error.DmException 49001, 10001, 11112, 49002, 20004, 20037, 20045, 26005, 46014, 46009
     */
    public Created createAndStart(Draft draft, TaskConfig posted, @Nullable List<String> only, boolean removeMeta) {
        if (only != null && draft.has(Trait.SOURCE_LIST_RESTRICTS)) {
            requirePart(posted, only);
        }
        Checked checked = check(
                draft,
                posted,
                source -> DmError.of(DmCode.OPEN_API_TASK_SOURCE_NOT_FOUND).message("source name %s", source));
        if (only != null) {
            requirePart(posted, only);
        }
        List<SubtaskConfig> parts = only == null ? checked.parts() : chosen(checked.parts(), only);
        if (removeMeta) {
            removeMeta(draft, checked.task());
        }
        for (Subtask subtask : add(draft, checked.task(), parts, Stage.NEW)) {
            subtasks.run(draft, subtask);
        }
        return new Created(checked.task(), checked.checkResult());
    }

    /** The tables of the schema that was posted are dropped, whether or not the task uses it. */
    private void removeMeta(Draft draft, TaskConfig task) {
        String metaSchema = Objects.requireNonNull(task.metaSchema());
        meta.drop(draft, task.target(), metaSchema, task.name(), endpoints.checkTarget(draft, task.target()));
    }

    /** The parts on these sources; twice what is named twice. */
    private static List<SubtaskConfig> chosen(List<SubtaskConfig> parts, List<String> sources) {
        return sources.stream()
                .flatMap(source -> parts.stream().filter(part -> part.source().equals(source)))
                .toList();
    }

    private static void requirePart(TaskConfig task, List<String> only) {
        only.stream()
                .filter(source -> !task.sourceNames().contains(source))
                .findFirst()
                .ifPresent(source -> {
                    throw DmError.of(DmCode.OPEN_API_TASK_SOURCE_NOT_FOUND)
                            .message("source name %s", source)
                            .asException();
                });
    }

    /**
     * Makes a task, stopped (v8).
     *
     * @throws dev.dmock.error.DmException 10001, 11112, 46008, 49001, 20004, 20044, 20045, 26005, 46014, 46009, 42501
     */
    public Created create(Draft draft, TaskConfig posted) {
        Checked checked = check(draft, posted, source -> DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, source));
        add(draft, checked.task(), checked.parts(), Stage.STOPPED).forEach(part -> subtasks.make(draft, part));
        return new Created(checked.task(), checked.checkResult());
    }

    /** The checks that creating and updating a task have in common. */
    Checked check(Draft draft, TaskConfig posted, Function<String, DmError> unknownSource) {
        SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(draft));
        TaskConfig task = derivation.adjust(posted);
        endpoints.checkTarget(draft, task.target());
        for (String source : task.sourceNames()) {
            if (!draft.has(Source.KIND, source)) {
                throw unknownSource.apply(source).asException();
            }
        }
        List<SubtaskConfig> parts = derivation.derive(task, source -> endpoints.caseSensitive(draft, source));
        parts.forEach(part -> endpoints.assumeBinlog(draft, part));
        return new Checked(task, parts, prechecks.check(draft, parts));
    }

    /** Adds what is not there yet. Checkpoints that were removed before stay removed if it is refused. */
    private List<Subtask> add(Draft draft, TaskConfig task, List<SubtaskConfig> parts, Stage stage) {
        List<String> existing = sources(parts).stream()
                .filter(source -> subtasks.find(draft, task.name(), source).isPresent())
                .distinct()
                .sorted()
                .toList();
        if (!parts.isEmpty() && existing.size() == parts.size()) {
            throw DmError.of(DmCode.SCHEDULER_SUB_TASK_EXIST, task.name(), existing)
                    .afterTheFact();
        }
        List<SubtaskConfig> fresh =
                parts.stream().filter(part -> !existing.contains(part.source())).toList();
        List<SubtaskConfig> unbound = fresh.stream()
                .filter(part -> scheduler.workerOf(draft, part.source()).isEmpty())
                .toList();
        if (!unbound.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCES_UNBOUND, sources(unbound)).afterTheFact();
        }
        if (Etcd.writesTwice(sources(fresh))) {
            throw Etcd.duplicateKey(draft).afterTheFact();
        }
        return fresh.stream().map(part -> add(draft, task, part, stage)).toList();
    }

    private Subtask add(Draft draft, TaskConfig task, SubtaskConfig part, Stage stage) {
        Unit first = part.mode() == TaskMode.INCREMENTAL ? Unit.SYNC : Unit.DUMP;
        Optional<Worker> worker = scheduler.workerOf(draft, part.source());
        Subtask subtask = new Subtask(
                part.task(),
                part.source(),
                task,
                part,
                null,
                false,
                stage,
                first,
                worker.map(Worker::name).orElse(null),
                null,
                FullState.NOTHING,
                null,
                0,
                null,
                null,
                null);
        subtasks.add(draft, subtask);
        return draft.get(Subtask.KIND, part.task(), part.source());
    }

    private static List<String> sources(List<SubtaskConfig> parts) {
        return parts.stream().map(SubtaskConfig::source).toList();
    }
}
