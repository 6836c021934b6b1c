package dev.dmock.task;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmError;
import dev.dmock.source.Pulled;
import dev.dmock.source.RelayLog;
import dev.dmock.source.Source;
import dev.dmock.space.Draft;
import dev.dmock.space.Pace;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.ShardMode;
import dev.dmock.world.database.BinlogDump;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.database.BinlogPosition;
import dev.dmock.world.database.GtidText;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sync unit: reads the upstream's binlog and repeats it downstream, transaction by transaction. */
@Component
class SyncUnit {

    /** Where the first event of a file is. */
    private static final long FIRST_EVENT = 4;
    /** What a configuration says that says nothing. */
    private static final BinlogStart NOWHERE = new BinlogStart("", 0, "");
    /** The code of errors that are not DM's own. */
    private static final int NOT_SET = 50000;
    /**
     * For how long rows are written so that repeating them does no harm, after the unit was made; in every pace, since
     * it is nothing to wait for.
     */
    private static final Duration SAFE_MODE = Duration.ofSeconds(60);

    private final Endpoints endpoints;
    private final SyncApplier applier;
    private final Tracker tracker;
    private final UnitTroubles troubles;
    private final RelayLog relayLog;

    SyncUnit(Endpoints endpoints, SyncApplier applier, Tracker tracker, UnitTroubles troubles, RelayLog relayLog) {
        this.endpoints = endpoints;
        this.applier = applier;
        this.tracker = tracker;
        this.troubles = troubles;
        this.relayLog = relayLog;
    }

    /** Enters the unit, and begins where it was asked to, behind the dump, or where the configuration says. */
    Subtask begin(Draft draft, Subtask before) {
        Subtask subtask = before.withUnit(Unit.SYNC);
        draft.put(Subtask.KIND, subtask);
        FullState full = subtask.full();
        Optional<SyncState> asked = asked(draft, subtask);
        SyncState state;
        if (asked.isPresent()) {
            state = asked.get();
        } else if (full.position() != null) {
            state = SyncState.at(full.position(), full.gtids(), safeUntil(draft, subtask));
        } else {
            state = SyncState.at(configured(draft, subtask), "", safeUntil(draft, subtask));
        }
        return started(subtask).withSync(state).withDue(draft.after(Timing.SYNC_START));
    }

    /** The subtask when its unit is made anew: the sync unit begins where it was asked to, or at its checkpoint. */
    Subtask made(Draft draft, Subtask subtask) {
        if (subtask.sync() == null) {
            return subtask.withFull(subtask.full().resting());
        }
        Optional<SyncState> asked = asked(draft, subtask);
        Subtask made = fromCheckpoint(draft, subtask);
        return asked.isPresent() ? started(made).withSync(asked.get()) : made;
    }

    /** The same, whatever was asked. */
    Subtask fromCheckpoint(Draft draft, Subtask subtask) {
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

    /** A start time is good for one start. */
    private static Subtask started(Subtask subtask) {
        TaskOptions options = subtask.options();
        return options == null ? subtask : subtask.withOptions(options.withoutStartTime());
    }

    /** Where the unit begins by the start time that was asked for, if one was. */
    private Optional<SyncState> asked(Draft draft, Subtask subtask) {
        TaskOptions options = subtask.options();
        LocalDateTime time = options == null ? null : options.startTime();
        if (options == null || time == null) {
            return Optional.empty();
        }
        Session upstream = endpoints.upstream(draft, subtask);
        Instant since = time.toInstant(ZoneOffset.UTC);
        String file = upstream.server().binlog().files().get(0).name();
        List<BinlogEvent> events = upstream.eventsFrom(new BinlogPosition(file, 0));
        if (events.isEmpty() && !since.isAfter(draft.now())) {
            return Optional.of(SyncState.at(new BinlogPosition(file, FIRST_EVENT), "", safeUntil(draft, subtask)));
        }
        String gtids = "";
        for (BinlogEvent event : events) {
            if (!event.at().truncatedTo(ChronoUnit.SECONDS).isBefore(since)) {
                return Optional.of(SyncState.at(event.startPosition(), gtids, safeUntil(draft, subtask)));
            }
            gtids = Gtids.upTo(event.gtid());
        }
        throw new UnitFailure(DmError.of(20057, options.startText()));
    }

    /** Where an incremental task begins: a GTID set counts with GTIDs only; without a place it is the first file. */
    private BinlogPosition configured(Draft draft, Subtask subtask) {
        Session upstream = endpoints.upstream(draft, subtask);
        BinlogStart start = Objects.requireNonNullElse(subtask.config().start(), NOWHERE);
        GtidText.problem(start.gtid()).ifPresent(problem -> {
            throw new UnitFailure(DmError.of(NOT_SET).message("%s", problem));
        });
        boolean byGtid = draft.get(Source.KIND, subtask.source()).enableGtid();
        if (byGtid && !start.gtid().isEmpty()) {
            List<BinlogEvent> missing = upstream.eventsMissingIn(start.gtid());
            return missing.isEmpty()
                    ? upstream.masterPosition()
                    : missing.get(0).startPosition();
        }
        String file = start.file().isEmpty()
                ? upstream.server().binlog().files().get(0).name()
                : start.file();
        return new BinlogPosition(file, Math.max(start.position(), FIRST_EVENT));
    }

    /** Reads on, as far as there is something to read and nothing stands in the way. */
    Subtask work(Draft draft, Subtask subtask) {
        if (subtask.sync() == null) {
            return begin(draft, subtask);
        }
        SyncState state = subtask.sync();
        Session upstream = endpoints.upstream(draft, subtask);
        troubles.reading(draft, subtask);
        BinlogDump.refusal(upstream, state.position()).ifPresent(refusal -> {
            throw new UnitFailure(UnitTroubles.readError(refusal));
        });
        Session downstream = endpoints.downstream(draft, subtask);
        Duration lag = draft.settings().pace().of(Timing.SYNC_LAG).plus(troubles.lag(draft, subtask));
        Pulled end = relayed(draft, subtask).orElseGet(() -> Pulled.all(upstream));
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
                    Gtids.upTo(event.gtid()),
                    1 + event.changes().size());
            state = isShardDdl(subtask, event) ? state.flushed() : state;
        }
        if (next == null && !stopped && state.position().compareTo(end.position()) <= 0) {
            state = state.read(end.position(), end.gtids(), 0);
        }
        state = checkpoint(draft, subtask, state);
        return subtask.withSync(state).withDue(earlier(next, state.flushDue()));
    }

    /** Where the relay log ends that the subtask reads, if it ends anywhere. */
    private Optional<Pulled> relayed(Draft draft, Subtask subtask) {
        Source source = draft.get(Source.KIND, subtask.source());
        return Optional.ofNullable(subtask.worker())
                .flatMap(worker -> draft.find(Worker.KIND, worker))
                .flatMap(worker -> relayLog.end(draft, source, worker));
    }

    /** After a DDL that was agreed upon with the other shards in optimistic mode, the checkpoint is flushed. */
    private static boolean isShardDdl(Subtask subtask, BinlogEvent event) {
        return event.statement() != null && subtask.config().shardMode() == ShardMode.OPTIMISTIC;
    }

    /** Applies one transaction; what was done before it stays done if it fails. */
    private @Nullable List<String> apply(
            Draft draft, Subtask subtask, BinlogEvent event, Session upstream, Session downstream) {
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

    private SyncState checkpoint(Draft draft, Subtask subtask, SyncState state) {
        boolean behind = !state.position().equals(state.checkpoint());
        Instant flush = state.flushDue();
        if (!behind || draft.settings().pace() == Pace.INSTANT || (flush != null && !flush.isAfter(draft.now()))) {
            tracker.flush(draft, subtask);
            return state.flushed();
        }
        return flush != null ? state : state.flushAt(draft.after(Timing.CHECKPOINT));
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
