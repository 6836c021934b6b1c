package dev.dmock.source;

import dev.dmock.cluster.TaskChecker;
import dev.dmock.space.Behaviour;
import dev.dmock.space.Draft;
import dev.dmock.space.Kind;
import dev.dmock.space.Pace;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.GtidText;
import dev.dmock.world.database.Role;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pulls the relay log of a source: runs, stands still, and fails when it cannot. */
@Component
class RelayUnit implements Behaviour<RelayRun> {

    private final Databases databases;
    private final RelayDisturbance disturbance;
    private final SourceTasks tasks;

    RelayUnit(Databases databases, RelayDisturbance disturbance, SourceTasks tasks) {
        this.databases = databases;
        this.disturbance = disturbance;
        this.tasks = tasks;
    }

    @Override
    public Kind<RelayRun> kind() {
        return RelayRun.KIND;
    }

    /** The task checker resumes it. */
    @Override
    public void happen(Draft draft, RelayRun due) {
        run(draft, draft.get(Source.KIND, due.source()), due);
    }

    /** Lets it run, whatever it was before. */
    void run(Draft draft, Source source) {
        run(draft, source, before(draft, source).orElseGet(() -> RelayRun.running(source.name(), draft.now())));
    }

    private static Optional<RelayRun> before(Draft draft, Source source) {
        return draft.find(RelayRun.KIND, source.name());
    }

    private void run(Draft draft, Source source, RelayRun before) {
        RelayRun running = RelayRun.running(source.name(), draft.now()).withOldest(oldest(draft, source, before));
        draft.put(RelayRun.KIND, fails(draft, source) ? failed(draft, source, before) : running);
        tasks.readOn(draft, source.name());
    }

    /** Forgets how it ran: no worker pulls it any more. */
    void forget(Draft draft, String source) {
        draft.remove(RelayRun.KIND, source);
        tasks.readOn(draft, source);
    }

    /** The first file that is pulled: what was there already, what the source's settings say, or the newest one. */
    private @Nullable String oldest(Draft draft, Source source, RelayRun before) {
        if (before.oldest() != null) {
            return before.oldest();
        }
        if (!startable(source, upstream(draft, source))) {
            return null;
        }
        String wanted = source.relay().binlogName();
        return wanted.isEmpty() || source.enableGtid() ? file(draft, source) : wanted;
    }

    /** Whether it can begin where it is told to: with GTIDs only they count, without only the file. */
    static boolean startable(Source source, Session upstream) {
        RelayConfig relay = source.relay();
        return source.enableGtid()
                ? GtidText.problem(relay.binlogGtid()).isEmpty()
                : relay.binlogName().isEmpty() || upstream.hasBinlog(relay.binlogName());
    }

    /** Lets it stand still. */
    void hold(Draft draft, Source source) {
        String oldest = before(draft, source).map(RelayRun::oldest).orElse(null);
        draft.put(
                RelayRun.KIND,
                RelayRun.held(source.name(), draft.now(), pulled(draft, source)).withOldest(oldest));
    }

    /** Lets it look whether it can go on, if it runs. */
    void interrupt(Draft draft, Source source) {
        draft.find(RelayRun.KIND, source.name())
                .filter(run -> !run.paused() && fails(draft, source))
                .ifPresent(run -> draft.put(RelayRun.KIND, failed(draft, source, run)));
    }

    private RelayRun failed(Draft draft, Source source, RelayRun before) {
        return before.failed(draft.now(), pulled(draft, source), retryAt(draft, before.failures() + 1));
    }

    /** Never at instant pace, where nothing is tried again by itself. */
    private static @Nullable Instant retryAt(Draft draft, int failures) {
        return draft.settings().pace() == Pace.INSTANT ? null : draft.now().plus(TaskChecker.pauseAfter(failures));
    }

    /** A relay that failed waits for the task checker, or does so no longer. */
    void paceChanged(Draft draft, RelayRun run) {
        boolean instant = draft.settings().pace() == Pace.INSTANT;
        if (run.failures() > 0 && instant == (run.due() != null)) {
            draft.put(RelayRun.KIND, run.retriedAt(retryAt(draft, run.failures())));
        }
    }

    private boolean fails(Draft draft, Source source) {
        if (disturbance.fails(draft, source)) {
            return true;
        }
        try {
            databases.connect(draft, Role.UPSTREAM, source.host(), source.port(), source.user(), source.password());
            return false;
        } catch (DatabaseException e) {
            return true;
        }
    }

    private Pulled pulled(Draft draft, Source source) {
        return Pulled.all(upstream(draft, source));
    }

    /** The directory of the relay log: that of the source's settings as the documentation page shows it, really one below it. */
    String directory(Draft draft, Source source) {
        if (Trait.RELAY_DIR_AS_SENT.in(draft) && !source.relay().dir().equals(RelayConfig.DEFAULT_DIR)) {
            return source.relay().dir();
        }
        return upstream(draft, source).server().uuid() + ".000001";
    }

    /** The first file that there is; empty if nothing was pulled yet. */
    Optional<String> oldest(Draft draft, Source source) {
        return before(draft, source).map(RelayRun::oldest);
    }

    /** Removes all files before one. */
    void purge(Draft draft, Source source, String file) {
        before(draft, source).ifPresent(run -> draft.put(RelayRun.KIND, run.withOldest(file)));
    }

    /** The file that is written now. */
    String file(Draft draft, Source source) {
        return upstream(draft, source).masterPosition().file();
    }

    /** A server cannot go away, so what a source was made of is still there. */
    Session upstream(Draft draft, Source source) {
        return databases
                .administer(draft, Role.UPSTREAM, Databases.address(source.host(), source.port()))
                .orElseThrow(() -> new IllegalStateException("nothing listens at the upstream of " + source.name()));
    }
}
