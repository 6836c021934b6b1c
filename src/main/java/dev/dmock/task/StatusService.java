package dev.dmock.task;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.RelayLog;
import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.FullState;
import dev.dmock.task.model.PessimisticLock;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.task.model.SyncState;
import dev.dmock.task.model.Unit;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogPosition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says how subtasks are (GET tasks/{name}/status). Verified against v5.3.0 and v8.1.0. */
@Service
public class StatusService {

    private static final String NOT_REACHED = "this DM-worker doesn't receive any shard DDL of this group";

    private final TaskService tasks;
    private final SourceService sources;
    private final RelayLog relayLog;
    private final UnitConnections endpoints;

    StatusService(TaskService tasks, SourceService sources, RelayLog relayLog, UnitConnections endpoints) {
        this.tasks = tasks;
        this.sources = sources;
        this.relayLog = relayLog;
        this.endpoints = endpoints;
    }

    /**
     * The status of a task's subtasks as v5 gives it: every worker that has to do with a source is asked, and has to
     * know the subtask.
     *
     * @param names the sources; null or empty for all of the task
     * @throws dev.dmock.error.DmException 46018 for an unknown task without names; 49001 if a worker does not know the
     *     subtask, or a source has no worker
     */
    public List<SubtaskStatus> ofWorkers(Draft draft, String task, @Nullable List<String> names) {
        List<String> asked = names == null || names.isEmpty()
                ? tasks.require(draft, task).stream().map(Subtask::source).toList()
                : names;
        return asked.stream().map(source -> ofWorkers(draft, task, source)).toList();
    }

    private SubtaskStatus ofWorkers(Draft draft, String task, String name) {
        Optional<Subtask> subtask = draft.find(Subtask.KIND, task, name);
        Optional<Source> source = draft.find(Source.KIND, name);
        boolean allKnow = subtask.isPresent()
                && source.isPresent()
                && subtask.get().worker() != null
                && sources.workers(draft, source.get()).stream()
                        .allMatch(w -> w.name().equals(subtask.get().worker()) && !w.silent());
        if (!allKnow) {
            throw DmError.of(DmCode.OPEN_API_COMMON)
                    .message("can not find subtask status task name: %s.", task)
                    .asException();
        }
        return of(draft, subtask.get());
    }

    /**
     * The status of a subtask as v8 gives it: every worker that has to do with its source is asked, and has to know it;
     * empty if there is no such worker, or it does not answer.
     *
     * @throws dev.dmock.error.DmException 49001 if a worker just pulls the source's relay log
     */
    public Optional<SubtaskStatus> ofWorkers(Draft draft, Subtask subtask) {
        if (silentWorker(draft, subtask).isPresent()) {
            return Optional.empty();
        }
        List<Worker> asked = sources.workers(draft, draft.get(Source.KIND, subtask.source()));
        if (asked.stream().anyMatch(w -> !w.name().equals(subtask.worker()))) {
            throw DmError.of(DmCode.OPEN_API_COMMON)
                    .message("worker's query-status response is nil")
                    .asException();
        }
        return asked.isEmpty() ? Optional.empty() : Optional.of(of(draft, subtask));
    }

    /** The worker that still holds the subtask's source, but does not answer. */
    public Optional<Worker> silentWorker(Draft draft, Subtask subtask) {
        return sources.workers(draft, draft.get(Source.KIND, subtask.source())).stream()
                .filter(w -> w.silent() && w.name().equals(subtask.worker()))
                .findFirst();
    }

    /** How a subtask is, whoever can be asked. */
    public SubtaskStatus of(Draft draft, Subtask subtask) {
        return new SubtaskStatus(
                subtask.task(),
                subtask.source(),
                Objects.requireNonNullElse(subtask.worker(), ""),
                subtask.stage(),
                subtask.shownUnit(),
                shows(subtask, Unit.DUMP) ? dump(draft, subtask.full()) : null,
                shows(subtask, Unit.LOAD) ? load(draft, subtask) : null,
                shows(subtask, Unit.SYNC) ? sync(draft, subtask) : null,
                subtask.error());
    }

    private static boolean shows(Subtask subtask, Unit unit) {
        return subtask.shownUnit().equals(unit.label());
    }

    private static SubtaskStatus.Dump dump(Draft draft, FullState full) {
        double share = full.share(draft.now());
        return new SubtaskStatus.Dump(
                full.tables(),
                (long) (full.tables() * share),
                (long) (full.bytes() * share),
                (long) (full.rows() * share),
                full.rows());
    }

    /** A unit that has not run since it was made has not read yet what the dump says of itself. */
    private static SubtaskStatus.Load load(Draft draft, Subtask subtask) {
        FullState full = subtask.full();
        boolean unread = subtask.stage() == Stage.STOPPED || subtask.lacksFiles();
        BinlogPosition position = unread ? null : full.position();
        return new SubtaskStatus.Load(
                (long) (full.bytes() * full.share(draft.now())),
                full.bytes(),
                position == null ? "" : position.toString(),
                unread ? "" : full.gtids());
    }

    private SubtaskStatus.Sync sync(Draft draft, Subtask subtask) {
        Source source = draft.get(Source.KIND, subtask.source());
        DatabaseSession upstream = endpoints.upstreamUnchecked(draft, subtask.source());
        BinlogPosition master = upstream.masterPosition();
        SyncState state = subtask.sync() != null ? subtask.sync() : notBegun(draft, subtask);
        List<SubtaskStatus.Group> groups = groups(draft, subtask);
        boolean ownGroups = !draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source())
                .isEmpty();
        boolean away = Databases.isAway(draft, source.host(), source.port());
        boolean caughtUp = source.enableGtid()
                ? state.checkpointGtids().equals(upstream.gtidSet())
                : state.checkpoint().equals(master);
        boolean synced = subtask.sync() != null && caughtUp && !ownGroups && !away;
        return new SubtaskStatus.Sync(
                state.events(),
                0,
                0,
                away ? "" : master.toString(),
                away ? "" : upstream.gtidSet(),
                state.checkpoint().toString(),
                state.shownGtids(draft.now()),
                state.blockedBy(),
                groups,
                synced,
                isRelayed(draft, source, subtask),
                behind(draft, upstream, state, synced));
    }

    private static SyncState notBegun(Draft draft, Subtask subtask) {
        var start = subtask.config().start();
        BinlogPosition position = start == null || start.file().isEmpty()
                ? new BinlogPosition("", 4)
                : new BinlogPosition(start.file(), start.position());
        return SyncState.at(position, "", draft.now());
    }

    private boolean isRelayed(Draft draft, Source source, Subtask subtask) {
        return sources.workers(draft, source).stream()
                .anyMatch(w -> w.name().equals(subtask.worker()) && relayLog.pulls(draft, source, w));
    }

    /** The age of the oldest transaction that is not dealt with, in seconds. */
    private static long behind(Draft draft, DatabaseSession upstream, SyncState state, boolean synced) {
        if (synced || !upstream.hasBinlog(state.position().file())) {
            return 0;
        }
        List<BinlogEvent> waiting = upstream.eventsFrom(state.position());
        return waiting.isEmpty()
                ? 0
                : Duration.between(waiting.get(0).at(), draft.now()).toSeconds();
    }

    /** The groups of the subtask's own, or else the locks in DM-master that its source has to do with. */
    private static List<SubtaskStatus.Group> groups(Draft draft, Subtask subtask) {
        List<SubtaskStatus.Group> own =
                draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source()).stream()
                        .map(group -> new SubtaskStatus.Group(
                                group.target().quoted(),
                                group.ddls(),
                                group.firstLocation(),
                                quoted(group.reached()),
                                quoted(group.missing())))
                        .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return draft.under(PessimisticLock.KIND, subtask.task()).stream()
                .filter(lock -> lock.sources().contains(subtask.source()))
                .map(lock ->
                        new SubtaskStatus.Group(lock.target().quoted(), List.of(), "", List.of(), List.of(NOT_REACHED)))
                .toList();
    }

    private static List<String> quoted(List<TableName> tables) {
        return tables.stream().map(TableName::quoted).toList();
    }
}
