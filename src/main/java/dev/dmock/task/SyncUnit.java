package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.space.Pace;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.database.BinlogPosition;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sync unit: reads the upstream's binlog and repeats it downstream, transaction by transaction. */
@Component
class SyncUnit {

    /** For how long rows are written so that repeating them does no harm, after the unit was made. */
    static final Duration SAFE_MODE = Duration.ofSeconds(60);

    private final Endpoints endpoints;
    private final SyncApplier applier;
    private final UnitTroubles troubles;

    SyncUnit(Endpoints endpoints, SyncApplier applier, UnitTroubles troubles) {
        this.endpoints = endpoints;
        this.applier = applier;
        this.troubles = troubles;
    }

    /** Enters the unit: behind the dump, or where the configuration says, or where the upstream is now. */
    Subtask begin(Draft draft, Subtask subtask) {
        FullState full = subtask.full();
        SyncState state = full.position() != null
                ? SyncState.at(full.position(), full.gtids(), draft.now())
                : SyncState.at(configured(draft, subtask), "", draft.after(SAFE_MODE));
        return subtask.withUnit(Unit.SYNC).withSync(state).withDue(draft.after(Timing.SYNC_START));
    }

    private BinlogPosition configured(Draft draft, Subtask subtask) {
        Session upstream = endpoints.upstream(draft, subtask);
        BinlogStart start = subtask.config().start();
        if (start != null && !start.file().isEmpty()) {
            return new BinlogPosition(start.file(), start.position());
        }
        if (start != null && !start.gtid().isEmpty()) {
            List<BinlogEvent> missing = upstream.eventsMissingIn(start.gtid());
            return missing.isEmpty()
                    ? upstream.masterPosition()
                    : missing.get(0).startPosition();
        }
        return upstream.masterPosition();
    }

    /** Reads on, as far as there is something to read and nothing stands in the way. */
    Subtask work(Draft draft, Subtask subtask) {
        if (subtask.sync() == null) {
            return begin(draft, subtask);
        }
        SyncState state = subtask.sync();
        Session upstream = endpoints.upstream(draft, subtask);
        troubles.reading(draft, subtask);
        if (!upstream.hasBinlog(state.position().file())) {
            throw new UnitFailure(UnitTroubles.readError(UnitTroubles.FILE_GONE));
        }
        Session downstream = endpoints.downstream(draft, subtask);
        Duration lag = draft.settings().pace().of(Timing.SYNC_LAG).plus(troubles.lag(draft, subtask));
        Instant next = null;
        boolean stopped = false;
        for (BinlogEvent event : upstream.eventsFrom(state.position())) {
            if (event.at().plus(lag).isAfter(draft.now())) {
                next = event.at().plus(lag);
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
        }
        if (next == null && !stopped) {
            state = state.read(upstream.masterPosition(), upstream.gtidSet(), 0);
        }
        state = checkpoint(draft, state);
        return subtask.withSync(state).withDue(earlier(next, state.flushDue()));
    }

    /** Applies one transaction; what was done before it stays done if it fails. */
    private @Nullable List<String> apply(
            Draft draft, Subtask subtask, BinlogEvent event, Session upstream, Session downstream) {
        try {
            return applier.apply(draft, subtask, event, upstream, downstream);
        } catch (DatabaseException e) {
            draft.put(Subtask.KIND, subtask);
            throw new UnitFailure(applier.failure(draft, subtask, event, e));
        } catch (UnitFailure e) {
            draft.put(Subtask.KIND, subtask);
            throw e;
        }
    }

    private static SyncState checkpoint(Draft draft, SyncState state) {
        boolean behind = !state.position().equals(state.checkpoint());
        Instant flush = state.flushDue();
        if (!behind || draft.settings().pace() == Pace.INSTANT || (flush != null && !flush.isAfter(draft.now()))) {
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
