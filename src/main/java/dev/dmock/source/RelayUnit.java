package dev.dmock.source;

import dev.dmock.cluster.TaskChecker;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.DueHandler;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Pace;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Trait;
import dev.dmock.world.database.BinlogDump;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.BinlogCopy;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidSet;
import dev.dmock.world.database.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit that pulls the relay log of a source on a worker; it runs, is paused, or fails. */
@Component
class RelayUnit implements DueHandler<RelayState> {

    /** The position of the first event in a binlog file. */
    private static final long FIRST_EVENT_POSITION = 4;

    private final Databases databases;
    private final RelayFaults faults;
    private final SourceTasks tasks;

    RelayUnit(Databases databases, RelayFaults faults, SourceTasks tasks) {
        this.databases = databases;
        this.faults = faults;
        this.tasks = tasks;
    }

    @Override
    public Kind<RelayState> kind() {
        return RelayState.KIND;
    }

    /** Resumes a failed relay, as the task checker does. */
    @Override
    public void happen(Draft draft, RelayState due) {
        run(draft, draft.get(Source.KIND, due.source()), due);
    }

    /** Returns the relays of a source on all workers. */
    static List<RelayState> of(Draft draft, String source) {
        return List.copyOf(draft.under(RelayState.KIND, source));
    }

    /**
     * Starts the relay on a worker unless it is already running; a restarted process finds the files that it pulled
     * before. The relay does not start on a worker that cannot read the source's settings.
     */
    void begin(Draft draft, Source source, String worker) {
        if (source.relay().problem().isPresent()) {
            return;
        }
        RelayState before = draft.find(RelayState.KIND, source.name(), worker)
                .orElseGet(() -> RelayState.fresh(source.name(), worker, draft.now()));
        if (draft.has(RelayStop.KIND, source.name())) {
            draft.put(RelayState.KIND, before.in(RelayState.Stage.NEW, draft.now()));
        } else {
            run(draft, source, before);
        }
        BinlogCopy.keep(draft, Databases.address(source.host(), source.port()), source.name());
    }

    /** Ends the relay on a worker; its files stay. */
    void end(Draft draft, String source, String worker) {
        draft.find(RelayState.KIND, source, worker).ifPresent(run -> leave(draft, run));
        draft.remove(RelayState.KIND, source, worker);
        if (of(draft, source).isEmpty()) {
            draft.remove(RelayStop.KIND, source);
        }
        tasks.readOn(draft, source);
    }

    /** Removes the files of a source's stopped relays. */
    void removeFiles(Draft draft, Source source) {
        BinlogCopy.drop(draft, Databases.address(source.host(), source.port()), source.name());
        List.copyOf(draft.all(RelayFiles.KIND)).stream()
                .filter(f -> f.source().equals(source.name()))
                .forEach(f -> draft.remove(RelayFiles.KIND, f.worker()));
    }

    private void leave(Draft draft, RelayState run) {
        ReadableBinlog pulled = run.pulled();
        if (pulled != null) {
            draft.find(Source.KIND, run.source())
                    .ifPresent(s -> draft.put(
                            RelayFiles.KIND,
                            new RelayFiles(
                                    s.name(),
                                    run.worker(),
                                    uuid(draft, s),
                                    s.relay().dir(),
                                    pulled,
                                    run.oldest())));
        }
    }

    private String uuid(Draft draft, Source source) {
        return upstream(draft, source).server().uuid();
    }

    /** Starts the relay from any stage. */
    void run(Draft draft, Source source, RelayState before) {
        RelayState begun = connects(draft, source) ? begun(draft, source, before) : before;
        ReadableBinlog pulled = begun.pulled();
        boolean runs = connects(draft, source)
                && !faults.fails(draft, source)
                && pulled != null
                && refusal(source, upstream(draft, source), pulled).isEmpty();
        RelayState after = runs
                ? followed(draft, source, begun.in(RelayState.Stage.RUNNING, draft.now()))
                : begun.failed(draft.now(), retryAt(draft, before.failures() + 1));
        draft.put(RelayState.KIND, after);
        tasks.readOn(draft, source.name());
    }

    /**
     * Determines the start position: the last position, the files on the worker, the source's settings, or the newest
     * file.
     */
    private RelayState begun(Draft draft, Source source, RelayState before) {
        if (before.pulled() != null) {
            return before;
        }
        Optional<RelayFiles> files = draft.find(RelayFiles.KIND, before.worker())
                .filter(f -> f.fits(source, uuid(draft, source)) && !isOutdated(source, f.pulled()));
        if (files.isPresent()) {
            return before.withPulled(files.get().pulled())
                    .withOldest(files.get().oldest());
        }
        String wanted = source.enableGtid() ? "" : source.relay().binlogName();
        String file = wanted.isEmpty() ? file(draft, source) : wanted;
        String gtids = source.enableGtid() ? source.relay().binlogGtid() : "";
        ReadableBinlog pulled = new ReadableBinlog(new BinlogPosition(file, FIRST_EVENT_POSITION), gtids);
        boolean there = upstream(draft, source).hasBinlog(file);
        return before.withPulled(pulled).withOldest(there ? file : null);
    }

    /** Returns whether the files end before the start position in the source's settings; such files are removed. */
    private static boolean isOutdated(Source source, ReadableBinlog pulled) {
        if (!source.enableGtid()) {
            return source.relay().binlogName().compareTo(pulled.position().file()) > 0;
        }
        Optional<GtidSet> wanted = GtidSet.parse(source.relay().binlogGtid());
        Optional<GtidSet> there = GtidSet.parse(pulled.gtids());
        return wanted.isPresent()
                && there.isPresent()
                && wanted.get().with(there.get()).toString().equals(wanted.get().toString())
                && !wanted.get().toString().equals(there.get().toString());
    }

    private static Optional<String> refusal(Source source, DatabaseSession upstream, ReadableBinlog pulled) {
        if (source.enableGtid() && !pulled.gtids().isEmpty()) {
            return BinlogDump.refusal(upstream, pulled.gtids());
        }
        return upstream.hasBinlog(pulled.position().file())
                ? Optional.empty()
                : BinlogDump.refusal(upstream, pulled.position());
    }

    /** Advances to the upstream's position, unless the upstream's binlog was reset and is behind the relay. */
    private RelayState followed(Draft draft, Source source, RelayState run) {
        DatabaseSession upstream = upstream(draft, source);
        ReadableBinlog before = Objects.requireNonNull(run.pulled());
        BinlogPosition master = upstream.masterPosition();
        boolean ahead = before.position().compareTo(master) > 0;
        String set = source.enableGtid() ? united(before.gtids(), upstream.gtidSet()) : upstream.gtidSet();
        return ahead ? run : run.withPulled(new ReadableBinlog(master, set));
    }

    private static String united(String known, String executed) {
        return GtidSet.parse(known)
                .flatMap(set -> GtidSet.parse(executed).map(set::with))
                .map(GtidSet::toString)
                .orElse(executed);
    }

    /**
     * Pulls the upstream's new events if the relay is running. It needs a new connection only when the upstream has
     * begun a new file.
     */
    void follow(Draft draft, Source source, RelayState run) {
        if (!run.running() || run.pulled() == null) {
            return;
        }
        boolean rotated = run.pulled().position().file().compareTo(file(draft, source)) < 0;
        boolean away = Databases.isAway(draft, source.host(), source.port());
        if (rotated && !away && !connects(draft, source)) {
            draft.put(RelayState.KIND, run.failed(draft.now(), retryAt(draft, run.failures() + 1)));
        } else if (!away) {
            draft.put(RelayState.KIND, followed(draft, source, run));
        }
    }

    /** Pauses a running relay. */
    void hold(Draft draft, RelayState run) {
        if (run.running()) {
            draft.put(RelayState.KIND, run.in(RelayState.Stage.PAUSED, draft.now()));
        }
    }

    /** Checks whether a running relay can continue. */
    void interrupt(Draft draft, RelayState run) {
        Source source = draft.get(Source.KIND, run.source());
        if (run.running() && (faults.fails(draft, source) || !reaches(draft, source))) {
            draft.put(RelayState.KIND, run.failed(draft.now(), retryAt(draft, run.failures() + 1)));
        }
    }

    /** Returns the time of the next retry; null at instant pace, which has no automatic retries. */
    private static @Nullable Instant retryAt(Draft draft, int failures) {
        return draft.settings().pace() == Pace.INSTANT ? null : draft.now().plus(TaskChecker.pauseAfter(failures));
    }

    /** Sets or clears the retry time of a failed relay after the pace has changed. */
    void paceChanged(Draft draft, RelayState run) {
        boolean instant = draft.settings().pace() == Pace.INSTANT;
        if (run.failures() > 0 && instant == (run.due() != null)) {
            draft.put(RelayState.KIND, run.retriedAt(retryAt(draft, run.failures())));
        }
    }

    private boolean connects(Draft draft, Source source) {
        return !Databases.isAway(draft, source.host(), source.port()) && reaches(draft, source);
    }

    private boolean reaches(Draft draft, Source source) {
        try {
            databases.connect(draft, Role.UPSTREAM, source.host(), source.port(), source.user(), source.password());
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }

    /**
     * Returns the relay log's directory: the documentation page shows the one in the source's settings, the real server
     * a directory below it.
     */
    String directory(Draft draft, Source source) {
        if (draft.has(Trait.RELAY_DIR_AS_SENT) && !source.relay().dir().equals(RelayConfig.DEFAULT_DIR)) {
            return source.relay().dir();
        }
        return upstream(draft, source).server().uuid() + ".000001";
    }

    /** Returns the binlog file that the upstream is writing. */
    String file(Draft draft, Source source) {
        return upstream(draft, source).masterPosition().file();
    }

    /** Returns a session on the source's server, which exists even while it is not running. */
    DatabaseSession upstream(Draft draft, Source source) {
        return databases
                .administer(draft, Role.UPSTREAM, Databases.address(source.host(), source.port()))
                .orElseThrow(() -> new IllegalStateException("nothing listens at the upstream of " + source.name()));
    }
}
