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

/** Pulls the relay log of a source on a worker: runs, stands still, and fails when it cannot. */
@Component
class RelayUnit implements DueHandler<RelayState> {

    /** Where a binlog file begins. */
    private static final long BEGINNING = 4;

    private final Databases databases;
    private final RelayFaults disturbance;
    private final SourceTasks tasks;

    RelayUnit(Databases databases, RelayFaults disturbance, SourceTasks tasks) {
        this.databases = databases;
        this.disturbance = disturbance;
        this.tasks = tasks;
    }

    @Override
    public Kind<RelayState> kind() {
        return RelayState.KIND;
    }

    /** The task checker resumes it. */
    @Override
    public void happen(Draft draft, RelayState due) {
        run(draft, draft.get(Source.KIND, due.source()), due);
    }

    /** The relays of a source, on whichever workers. */
    static List<RelayState> of(Draft draft, String source) {
        return List.copyOf(draft.under(RelayState.KIND, source));
    }

    /**
     * Begins on a worker, unless it does so already; a process that starts anew finds what it pulled before. A worker that
     * cannot read the source's settings does not begin.
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

    /** Ends on a worker, where the files that it pulled stay. */
    void end(Draft draft, String source, String worker) {
        draft.find(RelayState.KIND, source, worker).ifPresent(run -> leave(draft, run));
        draft.remove(RelayState.KIND, source, worker);
        if (of(draft, source).isEmpty()) {
            draft.remove(RelayStop.KIND, source);
        }
        tasks.readOn(draft, source);
    }

    /** Removes what stopped relays of a source have left. */
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

    /** Lets it run, whatever it was before. */
    void run(Draft draft, Source source, RelayState before) {
        RelayState begun = connects(draft, source) ? begun(draft, source, before) : before;
        ReadableBinlog pulled = begun.pulled();
        boolean runs = connects(draft, source)
                && !disturbance.fails(draft, source)
                && pulled != null
                && refusal(source, upstream(draft, source), pulled).isEmpty();
        RelayState after = runs
                ? followed(draft, source, begun.in(RelayState.Stage.RUNNING, draft.now()))
                : begun.failed(draft.now(), retryAt(draft, before.failures() + 1));
        draft.put(RelayState.KIND, after);
        tasks.readOn(draft, source.name());
    }

    /** Where it begins: where it was, with the files on its worker, where the source's settings say, or at the newest file. */
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
        ReadableBinlog pulled = new ReadableBinlog(new BinlogPosition(file, BEGINNING), gtids);
        boolean there = upstream(draft, source).hasBinlog(file);
        return before.withPulled(pulled).withOldest(there ? file : null);
    }

    /** Files that end before the place that the source's settings name are removed. */
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

    /** With all that the upstream has written; nothing of a binlog that began anew and is not that far yet. */
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
     * Lets it pull what the upstream has written, if it runs. It needs another connection where a file begins, and none
     * before.
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

    /** Lets it stand still, if it runs. */
    void hold(Draft draft, RelayState run) {
        if (run.running()) {
            draft.put(RelayState.KIND, run.in(RelayState.Stage.PAUSED, draft.now()));
        }
    }

    /** Lets it look whether it can go on, if it runs. */
    void interrupt(Draft draft, RelayState run) {
        Source source = draft.get(Source.KIND, run.source());
        if (run.running() && (disturbance.fails(draft, source) || !reaches(draft, source))) {
            draft.put(RelayState.KIND, run.failed(draft.now(), retryAt(draft, run.failures() + 1)));
        }
    }

    /** Never at instant pace, where nothing is tried again by itself. */
    private static @Nullable Instant retryAt(Draft draft, int failures) {
        return draft.settings().pace() == Pace.INSTANT ? null : draft.now().plus(TaskChecker.pauseAfter(failures));
    }

    /** A relay that failed waits for the task checker, or does so no longer. */
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

    /** The directory of the relay log: that of the source's settings as the documentation page shows it, really one below it. */
    String directory(Draft draft, Source source) {
        if (draft.has(Trait.RELAY_DIR_AS_SENT) && !source.relay().dir().equals(RelayConfig.DEFAULT_DIR)) {
            return source.relay().dir();
        }
        return upstream(draft, source).server().uuid() + ".000001";
    }

    /** The file that is written now. */
    String file(Draft draft, Source source) {
        return upstream(draft, source).masterPosition().file();
    }

    /** What a source was made of is still there, though it may not run. */
    DatabaseSession upstream(Draft draft, Source source) {
        return databases
                .administer(draft, Role.UPSTREAM, Databases.address(source.host(), source.port()))
                .orElseThrow(() -> new IllegalStateException("nothing listens at the upstream of " + source.name()));
    }
}
