package dev.dmock.task.sync;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmException;
import dev.dmock.source.ReadableBinlog;
import dev.dmock.source.RelayLog;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.meta.MetaTables;
import dev.dmock.task.model.BinlogPlace;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SyncState;
import dev.dmock.task.model.TaskOptions;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.BinlogDump;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sync unit: reads the upstream's binlog and applies it downstream, transaction by transaction. */
@Component
public class SyncUnit {

    /** The duration of safe mode after the unit is created; the same in every pace, because no client waits for it. */
    private static final Duration SAFE_MODE = Duration.ofSeconds(60);

    private final UnitConnections endpoints;
    private final SyncStart start;
    private final SyncApplier applier;
    private final SchemaTracker tracker;
    private final UnitFaultInjector faults;
    private final RelayLog relayLog;

    SyncUnit(
            UnitConnections endpoints,
            SyncStart start,
            SyncApplier applier,
            SchemaTracker tracker,
            UnitFaultInjector faults,
            RelayLog relayLog) {
        this.endpoints = endpoints;
        this.start = start;
        this.applier = applier;
        this.tracker = tracker;
        this.faults = faults;
        this.relayLog = relayLog;
    }

    /** Enters the unit at the requested start time, after the dump, or at the configured position. */
    public Subtask begin(Draft draft, Subtask before) {
        Subtask subtask = before.withUnit(Unit.SYNC);
        draft.put(Subtask.KIND, subtask);
        Instant safeUntil = safeUntil(draft, subtask);
        SyncState state = start.asked(draft, subtask, safeUntil).orElseGet(() -> start.of(draft, subtask, safeUntil));
        return started(subtask).withSync(state).withDue(draft.after(UnitDurations.SYNC_START));
    }

    /** Recreates the unit of a subtask at the requested start time, or else at its checkpoint. */
    public Subtask made(Draft draft, Subtask subtask) {
        if (subtask.sync() == null) {
            return subtask.withFull(subtask.full().resting());
        }
        DatabaseSession downstream = endpoints.downstream(draft, subtask);
        if (draft.has(Trait.CHECKPOINT_WRITTEN_AT_START) && subtask.config().mode() == TaskMode.ALL) {
            write(draft, subtask, downstream);
        }
        Optional<SyncState> asked = start.asked(draft, subtask, safeUntil(draft, subtask));
        Subtask made = fromCheckpoint(draft, subtask);
        return asked.isPresent() ? started(made).withSync(asked.get()) : made;
    }

    /** Recreates the unit at its checkpoint and ignores a requested start time. */
    public Subtask fromCheckpoint(Draft draft, Subtask subtask) {
        SyncState state = subtask.sync();
        tracker.restored(draft, subtask);
        return subtask.withFull(subtask.full().resting())
                .withSync(state == null ? null : state.fromCheckpoint(safeUntil(draft, subtask)));
    }

    private static Instant safeUntil(Draft draft, Subtask subtask) {
        TaskOptions options = subtask.options();
        Duration asked = options == null ? null : options.safeMode();
        Duration time = Objects.requireNonNullElse(asked, SAFE_MODE);
        return time.compareTo(Duration.ZERO) > 0 ? draft.now().plus(time) : Instant.EPOCH;
    }

    /** Clears the start time, which applies to one start only. */
    private static Subtask started(Subtask subtask) {
        TaskOptions options = subtask.options();
        return options == null ? subtask : subtask.withOptions(options.withoutStartTime());
    }

    /** Reads and applies the binlog until its end or a blocking lock. */
    public Subtask work(Draft draft, Subtask subtask) {
        if (subtask.sync() == null) {
            return begin(draft, subtask);
        }
        SyncState state = subtask.sync();
        DatabaseSession upstream = endpoints.upstream(draft, subtask);
        faults.reading(draft, subtask);
        Optional<SyncState> located = start.withGtids(draft, subtask, state, upstream);
        if (located.isEmpty()) {
            return subtask;
        }
        state = located.get();
        refusal(draft, subtask, state, upstream).ifPresent(refusal -> {
            throw new UnitFailure(UnitFaultInjector.readError(refusal));
        });
        DatabaseSession downstream = endpoints.connected(draft, subtask);
        Duration lag = draft.settings().pace().of(UnitDurations.SYNC_LAG).plus(faults.lag(draft, subtask));
        ReadableBinlog end = relayed(draft, subtask).orElseGet(() -> ReadableBinlog.all(upstream));
        Instant next = null;
        boolean stopped = false;
        for (BinlogEvent event : upstream.eventsFrom(state.position())) {
            if (event.at().plus(lag).isAfter(draft.now())) {
                next = event.at().plus(lag);
                break;
            }
            if (event.endPosition().compareTo(end.position()) > 0) {
                stopped = true;
                break;
            }
            List<String> blocking = apply(draft, subtask.withSync(state), event, upstream, downstream);
            if (blocking != null) {
                state = state.blocked(blocking);
                stopped = true;
                break;
            }
            state = state.read(
                    event.endPosition(),
                    gtidsAfter(draft, subtask, state, event),
                    1 + event.changes().size());
            state = isShardDdl(subtask, event) ? state.flushed() : state;
        }
        if (next == null && !stopped) {
            state = inNewestFile(draft, state, end.position());
        }
        state = checkpoint(draft, subtask, state, downstream);
        return subtask.withSync(state).withDue(earlier(next, state.flushDue()));
    }

    /** Returns why the upstream refuses to send its binlog; empty if it does not. */
    private Optional<String> refusal(Draft draft, Subtask subtask, SyncState state, DatabaseSession upstream) {
        if (isRelayed(draft, subtask, state.reading().file())) {
            return Optional.empty();
        }
        boolean byGtid = SyncStart.byGtid(draft, subtask);
        if (byGtid && (!state.gtids().isEmpty() || state.position().file().isEmpty())) {
            return BinlogDump.refusal(upstream, state.gtids());
        }
        Optional<String> refusal = BinlogDump.refusal(upstream, state.reading());
        return refusal.isEmpty()
                        && state.events() == 0
                        && !state.position().file().isEmpty()
                ? BinlogDump.insideEvent(upstream, state.reading())
                : refusal;
    }

    /** Tells whether a file is read from the worker's relay log. */
    private boolean isRelayed(Draft draft, Subtask subtask, String file) {
        Source source = draft.get(Source.KIND, subtask.source());
        return Optional.ofNullable(subtask.worker())
                .flatMap(worker -> draft.find(Worker.KIND, worker))
                .filter(worker -> relayLog.holds(draft, source, worker, file))
                .isPresent();
    }

    /** Returns the GTID set after a transaction; v5 tracks it only in GTID mode. */
    private static String gtidsAfter(Draft draft, Subtask subtask, SyncState state, BinlogEvent event) {
        boolean kept =
                SyncStart.byGtid(draft, subtask) || draft.settings().api().generation() == Generation.V8;
        return kept
                ? GtidSet.parse(state.gtids())
                        .map(set -> set.with(event.gtid()).toString())
                        .orElse("")
                : "";
    }

    /** Moves to the upstream's newest file after all older files are read. */
    private static SyncState inNewestFile(Draft draft, SyncState state, BinlogPosition end) {
        boolean rotated = state.reading().file().compareTo(end.file()) < 0;
        boolean named = state.position().file().isEmpty();
        if (!rotated && !named) {
            return state;
        }
        BinlogPosition beginning = rotated ? new BinlogPosition(end.file(), SyncStart.FIRST_EVENT) : state.reading();
        return draft.has(Trait.ROTATION_MOVES_CHECKPOINT)
                ? state.read(beginning, state.gtids(), 0)
                : state.readingAt(beginning);
    }

    /** Returns the end of the relay log that the subtask reads, if it has one. */
    private Optional<ReadableBinlog> relayed(Draft draft, Subtask subtask) {
        Source source = draft.get(Source.KIND, subtask.source());
        return Optional.ofNullable(subtask.worker())
                .flatMap(worker -> draft.find(Worker.KIND, worker))
                .flatMap(worker -> relayLog.end(draft, source, worker));
    }

    /** Tells whether a DDL is an optimistic shard DDL, after which the checkpoint is flushed. */
    private static boolean isShardDdl(Subtask subtask, BinlogEvent event) {
        return event.statement() != null && subtask.config().shardMode() == ShardMode.OPTIMISTIC;
    }

    /** Applies one transaction; a failure keeps the changes made before it. */
    private @Nullable List<String> apply(
            Draft draft, Subtask subtask, BinlogEvent event, DatabaseSession upstream, DatabaseSession downstream) {
        requireTarget(draft, subtask);
        try {
            return applier.apply(draft, subtask, event, upstream, downstream);
        } catch (DatabaseException e) {
            draft.put(Subtask.KIND, subtask);
            throw UnitFailure.refused(SyncErrors.of(draft, subtask, event, e)).at(BinlogPlace.of(event));
        } catch (UnitFailure e) {
            draft.put(Subtask.KIND, subtask);
            throw e.at(BinlogPlace.of(event));
        }
    }

    private SyncState checkpoint(Draft draft, Subtask subtask, SyncState state, DatabaseSession downstream) {
        boolean behind = !state.position().equals(state.checkpoint());
        Instant flush = state.flushDue();
        boolean flushes = draft.settings().pace() == Pace.INSTANT || (flush != null && !flush.isAfter(draft.now()));
        if (behind && flushes) {
            write(draft, subtask.withSync(state), downstream);
        }
        if (behind && draft.settings().pace() == Pace.INSTANT) {
            tracker.flush(draft, subtask);
            return draft.has(Trait.CHECKPOINT_GTIDS_LATE)
                    ? state.flushedBefore(draft.now(), draft.now().plus(UnitDurations.CHECKPOINT))
                    : state.flushed();
        }
        if (!behind || (flush != null && !flush.isAfter(draft.now()))) {
            tracker.flush(draft, subtask);
            return behind ? state.flushed() : state.flushAt(null);
        }
        return flush != null ? state : state.flushAt(draft.after(UnitDurations.CHECKPOINT));
    }

    /** Fails if the target is lost; keeps the changes made before. */
    private static void requireTarget(Draft draft, Subtask subtask) {
        try {
            UnitConnections.requireTarget(draft, subtask);
        } catch (UnitFailure e) {
            draft.put(Subtask.KIND, subtask);
            throw e;
        }
    }

    /** Writes the checkpoint; its data is stored elsewhere, but its table must exist. */
    private static void write(Draft draft, Subtask subtask, DatabaseSession downstream) {
        requireTarget(draft, subtask);
        try {
            MetaTables.write(draft, downstream, subtask.config());
        } catch (DmException e) {
            draft.put(Subtask.KIND, subtask);
            throw new UnitFailure(e.error());
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
