package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.model.FullState;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SyncState;
import dev.dmock.task.model.TaskOptions;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogFile;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidSet;
import dev.dmock.world.database.model.GtidText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides where a sync unit begins: at a start time, after the dump, or at the configured position. */
@Component
class SyncStart {

    /** The position of the first event of a file. */
    static final long FIRST_EVENT = 4;
    /** A configured start without a position. */
    private static final BinlogStart NO_POSITION = new BinlogStart("", 0, "");

    private final UnitConnections endpoints;

    SyncStart(UnitConnections endpoints) {
        this.endpoints = endpoints;
    }

    /** Tells whether the source is read by GTID. */
    static boolean byGtid(Draft draft, Subtask subtask) {
        return draft.get(Source.KIND, subtask.source()).enableGtid();
    }

    /** Returns the start of a unit that has no checkpoint. */
    SyncState of(Draft draft, Subtask subtask, Instant safeUntil) {
        FullState full = subtask.full();
        return full.position() != null
                ? SyncState.at(full.position(), full.gtids(), safeUntil)
                : configured(draft, subtask, safeUntil);
    }

    /**
     * Returns the position of the requested start time, if any: the first transaction since then in the last file that
     * began before.
     *
     * @throws UnitFailure 20057 if the whole last file is older
     */
    Optional<SyncState> asked(Draft draft, Subtask subtask, Instant safeUntil) {
        TaskOptions options = subtask.options();
        LocalDateTime time = options == null ? null : options.startTime();
        if (options == null || time == null) {
            return Optional.empty();
        }
        DatabaseSession upstream = endpoints.upstream(draft, subtask);
        Instant since = time.toInstant(ZoneOffset.UTC);
        List<BinlogFile> files = upstream.server().binlog().files();
        List<BinlogEvent> all =
                upstream.eventsFrom(new BinlogPosition(files.get(0).name(), 0));
        int at = files.size() - 1;
        while (at > 0 && !began(draft, files.get(at), all).isBefore(since)) {
            at--;
        }
        BinlogFile file = files.get(at);
        boolean beforeAll = at == 0 && !began(draft, file, all).isBefore(since);
        List<BinlogEvent> events =
                all.stream().filter(e -> e.file().equals(file.name())).toList();
        BinlogPosition beginning = new BinlogPosition(file.name(), FIRST_EVENT);
        GtidSet gtids = parsed(upstream.gtidsBefore(file));
        for (BinlogEvent event : events) {
            if (!seconds(event.at()).isBefore(since)) {
                BinlogPosition position = beforeAll ? beginning : event.startPosition();
                return Optional.of(SyncState.at(position, gtids.toString(), safeUntil));
            }
            gtids = gtids.with(event.gtid());
        }
        if (beforeAll && byGtid(draft, subtask)) {
            return Optional.of(SyncState.at(beginning, gtids.toString(), safeUntil));
        }
        if (at == files.size() - 1) {
            throw new UnitFailure(DmError.of(DmCode.CONFIG_START_TIME_TOO_LATE, options.startText()));
        }
        return Optional.of(SyncState.at(new BinlogPosition(file.name(), file.end()), gtids.toString(), safeUntil));
    }

    /** Returns when a file began, as far as known: at the latest with its first transaction. */
    private static Instant began(Draft draft, BinlogFile file, List<BinlogEvent> all) {
        Instant began = file.began();
        return seconds(
                began != null
                        ? began
                        : all.stream()
                                .filter(e -> e.file().equals(file.name()))
                                .map(BinlogEvent::at)
                                .findFirst()
                                .orElse(draft.now()));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the start of an incremental task: a GTID set needs GTID mode; the default position is the first file. */
    private SyncState configured(Draft draft, Subtask subtask, Instant safeUntil) {
        DatabaseSession upstream = endpoints.upstream(draft, subtask);
        BinlogStart start = Objects.requireNonNullElse(subtask.config().start(), NO_POSITION);
        GtidText.problem(start.gtid()).ifPresent(problem -> {
            throw new UnitFailure(DmError.of(DmCode.NOT_SET).message("%s", problem));
        });
        String gtids = parsed(start.gtid()).toString();
        BinlogPosition position = new BinlogPosition(start.file(), Math.max(start.position(), FIRST_EVENT));
        if (byGtid(draft, subtask) && !gtids.isEmpty()) {
            List<BinlogEvent> missing = upstream.eventsMissingIn(gtids);
            position = missing.isEmpty()
                    ? upstream.masterPosition()
                    : missing.get(0).startPosition();
        } else if (readsFromEmptySet(draft, subtask, position)) {
            position = new BinlogPosition("", FIRST_EVENT);
        }
        SyncState state = SyncState.at(position, gtids, safeUntil);
        return position.file().isEmpty() ? state.readingAt(beginning(upstream)) : state;
    }

    private static BinlogPosition beginning(DatabaseSession upstream) {
        return new BinlogPosition(upstream.server().binlog().files().get(0).name(), FIRST_EVENT);
    }

    /**
     * Tells whether v8 reads by GTID from the empty set, since it does not look up the GTID set at the start of a file.
     */
    private static boolean readsFromEmptySet(Draft draft, Subtask subtask, BinlogPosition position) {
        return byGtid(draft, subtask)
                && position.position() == FIRST_EVENT
                && draft.settings().api().generation() == Generation.V8;
    }

    /**
     * Adds the GTID set of the position if GTIDs are enabled and only the position is known.
     *
     * @return empty until the upstream has written an event that tells the set
     * @throws UnitFailure 50000 if the position is not the end of a transaction
     */
    Optional<SyncState> withGtids(Draft draft, Subtask subtask, SyncState state, DatabaseSession upstream) {
        BinlogPosition position = state.position();
        boolean known = !byGtid(draft, subtask)
                || !state.gtids().isEmpty()
                || position.file().isEmpty()
                || readsFromEmptySet(draft, subtask, position);
        if (known) {
            return Optional.of(state);
        }
        BinlogFile file = upstream.server().binlog().files().stream()
                .filter(f -> f.name().equals(position.file()))
                .findFirst()
                .orElseThrow(() -> new UnitFailure(UnitFaultInjector.readError(UnitFaultInjector.FILE_GONE)));
        GtidSet set = parsed(upstream.gtidsBefore(file));
        List<BinlogEvent> events = upstream.eventsFrom(new BinlogPosition(file.name(), 0));
        long first = events.isEmpty() ? file.end() : events.get(0).start();
        if (draft.has(Trait.PREVIOUS_GTIDS_FOUND) && position.position() == first) {
            return Optional.of(state.knowing(set.toString()));
        }
        for (BinlogEvent event : events) {
            set = set.with(event.gtid());
            if (event.endPosition().equals(position)) {
                return Optional.of(state.knowing(set.toString()));
            }
            if (event.end() > position.position() || !event.file().equals(position.file())) {
                throw new UnitFailure(DmError.of(DmCode.NOT_SET)
                        .message("invalid position %s or GTID not enabled in upstream", position.toString()));
            }
        }
        return Optional.empty();
    }

    private static GtidSet parsed(String text) {
        return GtidSet.parse(text).orElseThrow(() -> new IllegalStateException("no GTID set: " + text));
    }
}
