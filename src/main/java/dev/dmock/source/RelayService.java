package dev.dmock.source;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Etcd;
import dev.dmock.cluster.Scheduler;
import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.version.Generation;
import dev.dmock.world.ServerListener;
import dev.dmock.world.database.AssumedBinlog;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.BinlogPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Controls which workers pull a source's relay log: workers that were told to by name, or (v8) the worker that holds
 * the source. Verified against v5.3.0 and v8.1.0.
 */
@Service
public class RelayService implements ServerListener {

    private final ClusterService cluster;
    private final Scheduler scheduler;
    private final RelayUnit unit;
    private final RelayPurge purge;
    private final SourceTasks tasks;

    RelayService(ClusterService cluster, Scheduler scheduler, RelayUnit unit, RelayPurge purge, SourceTasks tasks) {
        this.cluster = cluster;
        this.scheduler = scheduler;
        this.unit = unit;
        this.purge = purge;
        this.tasks = tasks;
    }

    /**
     * The start settings of a relay from a request; null for a missing value.
     */
    public record Start(
            @Nullable String binlogName,
            @Nullable String binlogGtid,
            @Nullable String dir) {

        RelayConfig over(RelayConfig old) {
            return new RelayConfig(
                    old.enabled(),
                    binlogName != null ? binlogName : old.binlogName(),
                    binlogGtid != null ? binlogGtid : old.binlogGtid(),
                    dir != null ? dir : old.dir());
        }
    }

    /** Returns the workers that were told by name to pull for a source, in order. */
    public List<Worker> named(Draft draft, String source) {
        return cluster.workersOf(draft, source).stream()
                .filter(w -> source.equals(w.relaySource()))
                .toList();
    }

    /** Returns whether workers were told by name to pull, which locks the source's settings. */
    boolean isOn(Draft draft, Source source) {
        return !named(draft, source.name()).isEmpty();
    }

    /**
     * Starts the relay on workers (v5's start-relay, v8's relay/enable). New settings are stored even if the workers
     * are refused afterwards.
     *
     * @param workers their names; null for the worker that holds the source; in v8 an empty list enables the relay for
     *     the worker that holds the source at any time
     * @throws dev.dmock.error.DmException 46008, 46010 (v5) or 46025 (v8) if the change of settings would affect tasks,
     *     40070, 46004, 46021, 46020, 46028, 46030; 42501 (v5: code 0) for a worker that is named twice
     */
    public void start(Draft draft, String name, @Nullable List<String> workers, Start settings) {
        Source source = SourceService.require(draft, name);
        List<String> chosen =
                workers != null ? workers : List.of(holder(draft, name).name());
        RelayConfig wanted = settings.over(source.relay());
        if (!wanted.equals(source.relay())) {
            refuseChangeInUse(draft, source);
            source = source.withRelay(wanted);
            draft.put(Source.KIND, source);
            String address = Databases.address(source.host(), source.port());
            AssumedBinlog.provide(draft, address, wanted.binlogName(), 0, wanted.binlogGtid());
        }
        if (isV8(draft) && chosen.isEmpty()) {
            enable(draft, source);
            return;
        }
        if (source.relay().enabled()) {
            throw DmError.of(DmCode.SCHEDULER_START_RELAY_ON_BOUND).afterTheFact();
        }
        List<Worker> found = known(draft, chosen);
        refuse(DmCode.SCHEDULER_RELAY_WORKERS_BOUND, found, w -> foreign(w.source(), name));
        refuse(DmCode.SCHEDULER_RELAY_WORKERS_BUSY, found, w -> foreign(w.relaySource(), name));
        if (Etcd.writesTwice(chosen)) {
            throw Etcd.duplicateKey(draft).afterTheFact();
        }
        if (named(draft, name).isEmpty()) {
            draft.remove(RelayStop.KIND, name);
        }
        for (Worker worker : found) {
            boolean begins = !name.equals(worker.relaySource());
            cluster.pullRelay(draft, worker.name(), name);
            if (begins && worker.online()) {
                unit.begin(draft, source, worker.name());
            }
        }
    }

    private void refuseChangeInUse(Draft draft, Source source) {
        if (!isV8(draft)) {
            List<String> names = tasks.on(draft, source.name());
            if (!names.isEmpty()) {
                throw DmError.of(DmCode.SCHEDULER_SOURCE_OP_TASK_EXIST, source.name(), names)
                        .asException();
            }
        } else if (isOn(draft, source)
                || !tasks.meantToRun(draft, source.name()).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_UPDATE, source.name()).asException();
        }
    }

    private void enable(Draft draft, Source source) {
        List<String> named =
                named(draft, source.name()).stream().map(Worker::name).toList();
        if (!named.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_START_RELAY_ON_SPECIFIED, named).afterTheFact();
        }
        draft.put(Source.KIND, source.withRelay(source.relay().withEnabled(true)));
        Source enabled = draft.get(Source.KIND, source.name());
        scheduler.workerOf(draft, source.name()).ifPresent(worker -> unit.begin(draft, enabled, worker.name()));
    }

    /**
     * Stops the relay on workers (v5's stop-relay, v8's relay/disable); workers that do not pull are skipped.
     *
     * @param workers as for {@link #start}
     * @throws dev.dmock.error.DmException 46008, 40070, 46004, 46022, 46029, 46031
     */
    public void stop(Draft draft, String name, @Nullable List<String> workers) {
        Source source = SourceService.require(draft, name);
        List<String> chosen =
                workers != null ? workers : List.of(holder(draft, name).name());
        if (isV8(draft) && chosen.isEmpty()) {
            disable(draft, source);
            return;
        }
        if (source.relay().enabled()) {
            throw DmError.of(DmCode.SCHEDULER_STOP_RELAY_ON_BOUND).asException();
        }
        List<Worker> found = known(draft, chosen);
        refuse(DmCode.SCHEDULER_RELAY_WORKERS_WRONG_RELAY, found, w -> foreign(w.relaySource(), name));
        for (Worker worker : found) {
            if (name.equals(worker.relaySource())) {
                cluster.pullRelay(draft, worker.name(), null);
                unit.end(draft, name, worker.name());
            }
        }
    }

    private void disable(Draft draft, Source source) {
        List<String> named =
                named(draft, source.name()).stream().map(Worker::name).toList();
        if (!named.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_STOP_RELAY_ON_SPECIFIED, named).asException();
        }
        draft.put(Source.KIND, source.withRelay(source.relay().withEnabled(false)));
        forget(draft, source.name());
    }

    /**
     * Pauses or resumes the relay (v5's pause-relay and resume-relay).
     *
     * @throws dev.dmock.error.DmException 46012 if the source does not exist
     */
    public void pause(Draft draft, String name, boolean pause) {
        Source source = draft.find(Source.KIND, name)
                .orElseThrow(() -> DmError.of(DmCode.SCHEDULER_RELAY_STAGE_SOURCE_NOT_EXIST, List.of(name))
                        .asException());
        if (pause) {
            draft.put(RelayStop.KIND, new RelayStop(name));
        } else {
            draft.remove(RelayStop.KIND, name);
        }
        for (RelayState run : RelayUnit.of(draft, name)) {
            if (pause) {
                unit.hold(draft, run);
            } else if (!run.running()) {
                unit.run(draft, source, run);
            }
        }
    }

    /**
     * Purges old relay log (v8's relay/purge).
     *
     * @param dir the file's sub-directory; null for the current one
     * @throws dev.dmock.error.DmException 49001 if no worker was told by name to pull; as {@link RelayPurge#check}
     */
    public void purge(Draft draft, String name, String binlogName, @Nullable String dir) {
        List<Worker> pulling = named(draft, name);
        if (pulling.isEmpty()) {
            throw DmError.of(DmCode.OPEN_API_COMMON)
                    .message("relay worker for source %s not found, please `enable-relay` first", name)
                    .asException();
        }
        purge.check(
                draft, SourceService.require(draft, name), pulling, binlogName, Objects.requireNonNullElse(dir, ""));
    }

    /** Removes the state of a source's relays. */
    void forget(Draft draft, String source) {
        RelayUnit.of(draft, source).forEach(run -> unit.end(draft, source, run.worker()));
        draft.remove(RelayStop.KIND, source);
    }

    /** Removes the relays of a deleted source and their files. */
    void remove(Draft draft, Source source) {
        forget(draft, source.name());
        unit.removeFiles(draft, source);
    }

    /** Returns whether a worker was told to pull a source's relay log but cannot read the source's settings. */
    public boolean isStuck(Source source, Worker worker) {
        boolean told = source.name().equals(worker.relaySource())
                || (source.relay().enabled() && source.name().equals(worker.source()));
        return told && source.relay().problem().isPresent();
    }

    /** Returns the status of a worker's relay. */
    public RelayStatus status(Draft draft, Source source, Worker worker) {
        RelayState run = draft.get(RelayState.KIND, source.name(), worker.name());
        DatabaseSession upstream = unit.upstream(draft, source);
        boolean seen = Databases.admits(draft, source.host(), source.port(), source.user(), source.password());
        BinlogPosition master = upstream.masterPosition();
        ReadableBinlog pulled = run.stage() == RelayState.Stage.NEW ? null : run.pulled();
        boolean equal = pulled != null
                && (source.enableGtid()
                        ? pulled.gtids().equals(upstream.gtidSet())
                        : pulled.position().equals(master));
        Duration catchUp = draft.settings().pace().of(RelayStatus.CATCH_UP);
        boolean inTime = !run.running() || !draft.now().isBefore(run.since().plus(catchUp));
        return new RelayStatus(
                seen ? master.toString() : "",
                seen ? upstream.gtidSet() : "",
                pulled == null ? "" : unit.directory(draft, source),
                pulled == null ? "" : pulled.gtids(),
                seen && equal && inTime,
                run.stage().label());
    }

    /**
     * Makes the relays of a server pull its new events. At instant pace, failed relays are retried here; at other paces
     * the task checker retries them.
     */
    @Override
    public void changed(Draft draft, String address) {
        boolean retries = draft.settings().pace() == Pace.INSTANT;
        for (RelayState run : List.copyOf(draft.all(RelayState.KIND))) {
            Source source = draft.get(Source.KIND, run.source());
            if (!Databases.address(source.host(), source.port()).equals(address)) {
                continue;
            }
            if (retries && run.failures() > 0) {
                unit.run(draft, source, run);
            } else {
                unit.follow(draft, source, run);
            }
        }
    }

    /** Updates the retry times of failed relays after the pace has changed. */
    public void paceChanged(Draft draft) {
        draft.all(RelayState.KIND).forEach(run -> unit.paceChanged(draft, run));
    }

    /** Makes all running relays check their connection and their faults; relays that cannot continue are paused. */
    public void interruptAll(Draft draft) {
        List.copyOf(draft.all(RelayState.KIND)).forEach(run -> unit.interrupt(draft, run));
    }

    private Worker holder(Draft draft, String source) {
        return scheduler
                .workerOf(draft, source)
                .orElseThrow(() -> DmError.of(DmCode.WORKER_NO_START).asException());
    }

    private List<Worker> known(Draft draft, Collection<String> names) {
        List<String> unknown =
                names.stream().filter(name -> !draft.has(Worker.KIND, name)).toList();
        if (!unknown.isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_WORKER_NOT_EXIST, unknown).afterTheFact();
        }
        return names.stream().map(name -> draft.get(Worker.KIND, name)).toList();
    }

    /** Rejects workers that belong to another source, all in one error. */
    private static void refuse(DmCode code, List<Worker> workers, Function<Worker, Optional<String>> other) {
        List<String> names = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Worker worker : workers) {
            other.apply(worker).ifPresent(source -> {
                names.add(worker.name());
                sources.add(source);
            });
        }
        if (!names.isEmpty()) {
            throw DmError.of(code, names, sources).afterTheFact();
        }
    }

    private static Optional<String> foreign(@Nullable String source, String own) {
        return Optional.ofNullable(source).filter(s -> !s.equals(own));
    }

    private static boolean isV8(Draft draft) {
        return draft.settings().api().generation() == Generation.V8;
    }
}
