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

/** The operations on sources as such. Verified against v5.3.0 and v8.1.0. */
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
     * The source of this name.
     *
     * @throws dev.dmock.error.DmException 46008 if there is none
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

    /** The tasks that read from a source, in order. */
    public List<String> tasksOn(Draft draft, String name) {
        return tasks.on(draft, name);
    }

    /**
     * Makes a source and binds it (POST sources). A relay that is asked for with it runs, though v8 then answers 46030,
     * because it tells the worker to pull by name, too.
     *
     * @param worker the worker that is to hold it; empty for any
     * @throws dev.dmock.error.DmException as {@link SourceChecks#check}, 46004, 46033, 46007; with a relay 46030, or
     *     40070 without a worker, and the source is there all the same
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
     * @param path the name in the path: it has to exist, and its tasks are started or stopped if the new settings enable
     *     or disable a source; the name in the settings says which source they are for
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

    /** Keeps new settings of a source, unless its tasks are meant to run or workers were told to pull its relay log. */
    private void change(Draft draft, Source source) {
        if (relays.isOn(draft, source)
                || !tasks.meantToRun(draft, source.name()).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_UPDATE, source.name()).afterTheFact();
        }
        draft.put(Source.KIND, source);
    }

    /**
     * Removes a source; its worker takes another one (DELETE sources/{name}).
     *
     * @param force whether its tasks lose their part of it first
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
     * Lets all tasks of a source run (POST sources/{name}/enable, v8).
     *
     * @throws dev.dmock.error.DmException 46008, 40070 if no worker holds it, 46025 while its relay is on
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
     * @throws dev.dmock.error.DmException 46008; 46025 if no worker holds it and tasks are meant to run, and while its
     *     relay is on, but then the tasks are stopped
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
     * Moves a source to another worker (operation transfer).
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

    /** In v8 tasks are paused and go on afterwards, all of the worker's; those that cannot be paused are in the way. */
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

    /** Whether a worker holds the source. */
    public boolean isBound(Draft draft, Source source) {
        return scheduler.workerOf(draft, source.name()).isPresent();
    }

    /** The workers that have to do with a source: those that pull its relay log, and the one that holds it. */
    public List<Worker> workers(Draft draft, Source source) {
        return cluster.workersOf(draft, source.name()).stream()
                .filter(w -> w.online() || source.name().equals(w.relaySource()))
                .toList();
    }
}
