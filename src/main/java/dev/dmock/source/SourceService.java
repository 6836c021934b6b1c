package dev.dmock.source;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Scheduler;
import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.version.Trait;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Operations on sources. Verified against v5.3.0 and v8.1.0. */
@Service
public class SourceService {

    private final ClusterService cluster;
    private final Scheduler scheduler;
    private final SourceChecks checks;
    private final RelayService relays;
    private final SourceTasks tasks;

    SourceService(
            ClusterService cluster, Scheduler scheduler, SourceChecks checks, RelayService relays, SourceTasks tasks) {
        this.cluster = cluster;
        this.scheduler = scheduler;
        this.checks = checks;
        this.relays = relays;
        this.tasks = tasks;
    }

    /**
     * Returns the source of this name.
     *
     * @throws dev.dmock.error.DmException 46008 if the source does not exist
     */
    public static Source require(Draft draft, String name) {
        return draft.find(Source.KIND, name)
                .orElseThrow(() ->
                        DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, name).asException());
    }

    public Collection<Source> all(Draft draft) {
        return draft.all(Source.KIND);
    }

    public Optional<Source> find(Draft draft, String name) {
        return draft.find(Source.KIND, name);
    }

    /** Returns the tasks that read from a source, in order. */
    public List<String> tasksOn(Draft draft, String name) {
        return tasks.on(draft, name);
    }

    /**
     * Creates a source and binds it (POST sources). A relay that is requested with it runs, although v8 then answers
     * 46030, because it also tells the worker to pull by name.
     *
     * @param worker the worker that receives the source; empty for any
     * @throws dev.dmock.error.DmException as {@link SourceChecks#check}, 46004, 46033, 46007; with a relay 46030, or
     *     40070 without a worker, although the source was created
     */
    public void create(Draft draft, Source source, Optional<String> worker) {
        checks.check(draft, source);
        Optional<Worker> wanted = worker.map(name -> cluster.worker(draft, name));
        wanted.filter(w -> w.stage() != Worker.Stage.FREE).ifPresent(w -> {
            throw DmError.of(DmCode.SCHEDULER_WORKER_NOT_FREE, w.name()).asException();
        });
        if (draft.has(Source.KIND, source.name())) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_EXIST, source.name()).asException();
        }
        draft.put(Source.KIND, source);
        wanted.ifPresentOrElse(
                w -> scheduler.bindSource(draft, source.name(), w), () -> scheduler.bindSource(draft, source.name()));
        if (source.relay().enabled()) {
            boolean bound = scheduler.workerOf(draft, source.name()).isPresent();
            throw DmError.of(bound ? DmCode.SCHEDULER_START_RELAY_ON_BOUND : DmCode.WORKER_NO_START)
                    .afterTheFact();
        }
    }

    /**
     * Replaces all settings of a source (PUT sources/{name}, v8).
     *
     * @param path the name in the path, which must exist; its tasks are started or stopped if the new settings enable
     *     or disable a source. The name in the settings selects the source that is changed
     * @throws dev.dmock.error.DmException 46008, 46025, and as {@link SourceChecks#check}
     */
    public void replace(Draft draft, String path, Source source) {
        boolean wasEnabled = require(draft, path).enabled();
        checks.check(draft, source);
        require(draft, source.name());
        change(draft, source);
        if (wasEnabled != source.enabled() && scheduler.workerOf(draft, path).isPresent()) {
            tasks.runAll(draft, path, source.enabled());
        }
    }

    /**
     * Stores new settings of a source, unless its tasks are requested to run or workers were told to pull its relay
     * log.
     */
    private void change(Draft draft, Source source) {
        if (relays.isOn(draft, source)
                || !tasks.meantToRun(draft, source.name()).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_UPDATE, source.name()).afterTheFact();
        }
        draft.put(Source.KIND, source);
    }

    /**
     * Deletes a source; its worker is bound to another source (DELETE sources/{name}).
     *
     * @param force whether the source's subtasks are removed from its tasks first
     * @throws dev.dmock.error.DmException 46008, 46010 while tasks use it, 46023 while workers pull its relay log
     */
    public void delete(Draft draft, String name, boolean force) {
        Source source = require(draft, name);
        if (force) {
            tasks.removeFrom(draft, name);
        }
        List<String> using = tasks.on(draft, name);
        if (!using.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_OP_TASK_EXIST, name, using).asException();
        }
        List<String> pulling =
                relays.named(draft, source.name()).stream().map(Worker::name).toList();
        if (!pulling.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_OP_RELAY_EXIST, name, pulling)
                    .afterTheFact();
        }
        draft.remove(Source.KIND, name);
        relays.remove(draft, source);
        scheduler.release(draft, name);
    }

    /**
     * Starts all tasks of a source (POST sources/{name}/enable, v8).
     *
     * @throws dev.dmock.error.DmException 46008, 40070 if no worker holds it, 46025 while its relay is enabled
     */
    public void enable(Draft draft, String name) {
        Source source = require(draft, name);
        if (scheduler.workerOf(draft, name).isEmpty()) {
            throw DmError.of(DmCode.WORKER_NO_START).asException();
        }
        if (!source.enabled()) {
            change(draft, source.withEnabled(true));
            tasks.runAll(draft, name, true);
        }
    }

    /**
     * Stops all tasks of a source (POST sources/{name}/disable, v8).
     *
     * @throws dev.dmock.error.DmException 46008; 46025 if no worker holds it and tasks are requested to run, and while
     *     its relay is enabled, but then the tasks are stopped
     */
    public void disable(Draft draft, String name) {
        Source source = require(draft, name);
        if (!source.enabled()) {
            return;
        }
        if (scheduler.workerOf(draft, name).isPresent()) {
            tasks.runAll(draft, name, false);
        }
        change(draft, source.withEnabled(false));
    }

    /**
     * Transfers a source to another worker (operation transfer).
     *
     * @throws dev.dmock.error.DmException 46008, 46004, 46006, 46027, 46019; v8: 46032, and then the tasks are stopped
     */
    public void transfer(Draft draft, String name, String workerName) {
        require(draft, name);
        Worker target = cluster.worker(draft, workerName);
        if (name.equals(target.source())) {
            return;
        }
        if (target.stage() == Worker.Stage.OFFLINE || target.stage() == Worker.Stage.BOUND) {
            throw DmError.of(
                            DmCode.SCHEDULER_WORKER_INVALID_TRANS,
                            target.name(),
                            target.stage().label(),
                            Worker.Stage.BOUND.label())
                    .asException();
        }
        String relaying = target.relaySource();
        if (relaying != null && !relaying.equals(name)) {
            throw DmError.of(DmCode.SCHEDULER_CANT_TRANSFER_TO_RELAY_WORKER, workerName, name, relaying)
                    .asException();
        }
        List<String> running = tasks.meantToRun(draft, name);
        if (!running.isEmpty() && scheduler.workerOf(draft, name).isPresent()) {
            requireMovable(draft, name, running);
        }
        scheduler.move(draft, name, target);
    }

    /**
     * v8 pauses all tasks of the worker and resumes them afterwards; tasks that cannot be paused prevent the transfer.
     */
    private void requireMovable(Draft draft, String name, List<String> running) {
        boolean movable = draft.has(Trait.MOVES_RUNNING_TASKS);
        if (!movable || !tasks.beforeSync(draft, name).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_REQUIRE_RUNNING_TASK_IN_SYNC_UNIT, running, name)
                    .asException();
        }
        if (!tasks.neverStarted(draft, name).isEmpty()) {
            tasks.runAll(draft, name, false);
            throw DmError.of(DmCode.SCHEDULER_PAUSE_TASK_FOR_TRANSFER_SOURCE, running)
                    .afterTheFact();
        }
    }

    /** Returns whether a worker holds the source. */
    public boolean isBound(Draft draft, Source source) {
        return scheduler.workerOf(draft, source.name()).isPresent();
    }

    /** Returns the workers that pull the source's relay log and the worker that holds the source. */
    public List<Worker> workers(Draft draft, Source source) {
        return cluster.workersOf(draft, source.name()).stream()
                .filter(w -> w.online() || source.name().equals(w.relaySource()))
                .toList();
    }
}
