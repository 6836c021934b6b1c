package dev.dmock.source;

import dev.dmock.cluster.TaskChecker;
import dev.dmock.space.Behaviour;
import dev.dmock.space.Draft;
import dev.dmock.space.Kind;
import dev.dmock.space.Pace;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.Role;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Pulls the relay log of a source: runs, stands still, and fails when it cannot. */
@Component
class RelayUnit implements Behaviour<RelayRun> {

    private final Databases databases;
    private final RelayDisturbance disturbance;

    RelayUnit(Databases databases, RelayDisturbance disturbance) {
        this.databases = databases;
        this.disturbance = disturbance;
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
        run(draft, source, RelayRun.running(source.name(), draft.now()));
    }

    private void run(Draft draft, Source source, RelayRun before) {
        RelayRun running = RelayRun.running(source.name(), draft.now());
        draft.put(RelayRun.KIND, fails(draft, source) ? failed(draft, source, before) : running);
    }

    /** Lets it stand still. */
    void hold(Draft draft, Source source) {
        draft.put(RelayRun.KIND, RelayRun.held(source.name(), draft.now(), position(draft, source)));
    }

    /** Lets it look whether it can go on, if it runs. */
    void interrupt(Draft draft, Source source) {
        draft.find(RelayRun.KIND, source.name())
                .filter(run -> !run.paused() && fails(draft, source))
                .ifPresent(run -> draft.put(RelayRun.KIND, failed(draft, source, run)));
    }

    private RelayRun failed(Draft draft, Source source, RelayRun before) {
        Instant retry = draft.settings().pace() == Pace.INSTANT
                ? null
                : draft.now().plus(TaskChecker.pauseAfter(before.failures() + 1));
        return before.failed(draft.now(), position(draft, source), retry);
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

    private String position(Draft draft, Source source) {
        return upstream(draft, source).masterPosition().toString();
    }

    /** The directory of the relay log below the one of the source's settings. */
    String directory(Draft draft, Source source) {
        return upstream(draft, source).server().uuid() + ".000001";
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
