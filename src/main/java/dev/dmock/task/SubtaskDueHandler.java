package dev.dmock.task;

import dev.dmock.cluster.TaskChecker;
import dev.dmock.cluster.Worker;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.DueHandler;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Pace;
import dev.dmock.task.full.FullMigration;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskTimeline;
import dev.dmock.task.model.Unit;
import dev.dmock.task.sync.SyncUnit;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets subtasks work: each time one is due, its unit does its next piece. */
@Component
class SubtaskDueHandler implements DueHandler<Subtask> {

    private final Subtasks subtasks;
    private final UnitInitialization initialisation;
    private final FullMigration full;
    private final SyncUnit sync;
    private final SchemaTracker tracker;
    private final ErrorTexts texts;

    SubtaskDueHandler(
            Subtasks subtasks,
            UnitInitialization initialisation,
            FullMigration full,
            SyncUnit sync,
            SchemaTracker tracker,
            ErrorTexts texts) {
        this.subtasks = subtasks;
        this.initialisation = initialisation;
        this.full = full;
        this.sync = sync;
        this.tracker = tracker;
        this.texts = texts;
    }

    @Override
    public Kind<Subtask> kind() {
        return Subtask.KIND;
    }

    @Override
    public void happen(Draft draft, Subtask due) {
        Subtask subtask = due.withDue(null);
        if (!hasLivingWorker(draft, subtask)) {
            draft.put(Subtask.KIND, subtask);
            return;
        }
        try {
            subtask = made(draft, subtask);
        } catch (UnitFailure failure) {
            notMade(draft, subtask, failure);
            return;
        }
        boolean runs = subtask.meantToRun() || due.lacksUnits();
        if (!runs || subtask.stage() == Stage.FINISHED) {
            draft.put(Subtask.KIND, subtask);
            return;
        }
        try {
            Subtask running = running(draft, due, subtask);
            Subtask done = step(draft, running).withoutFailures();
            draft.put(Subtask.KIND, done);
            SubtaskTimeline.changed(
                    draft, running, done, "done with the unit " + running.unit().label());
        } catch (UnitFailure failure) {
            fail(draft, draft.get(Subtask.KIND, due.task(), due.source()), failure);
        }
    }

    /** The subtask with the units that its worker makes, unless it has them. */
    private Subtask made(Draft draft, Subtask subtask) {
        if (subtask.isMade(draft.now())) {
            return subtask;
        }
        initialisation.run(draft, subtask);
        return subtasks.resumed(draft, subtask).withMadeAt(draft.now());
    }

    /** A worker tries again what it could not make, and lets it run then, even if it was not meant to. */
    private void notMade(Draft draft, Subtask subtask, UnitFailure failure) {
        Instant retry = retryAt(draft, failure.error(), subtask.failures() + 1);
        Subtask failed = subtask.notInitialised(failure.error(), retry);
        draft.put(Subtask.KIND, failed);
        SubtaskTimeline.changed(draft, subtask, failed, why(draft, failure.error(), retry));
    }

    /** One that is silent does nothing, until it is back or another one has its sources. */
    private static boolean hasLivingWorker(Draft draft, Subtask subtask) {
        String worker = subtask.worker();
        return worker != null
                && draft.find(Worker.KIND, worker).filter(w -> !w.silent()).isPresent();
    }

    /** Lets the unit of a subtask at work look whether it can go on, before it would by itself. */
    void interrupt(Draft draft, Subtask subtask) {
        if (!subtask.isAtWork() || !hasLivingWorker(draft, subtask)) {
            return;
        }
        if (subtask.unit() == Unit.SYNC) {
            draft.put(Subtask.KIND, subtask.withDue(draft.now()));
            return;
        }
        try {
            full.tryConnection(draft, subtask);
            draft.put(Subtask.KIND, full.timed(draft, subtask));
        } catch (UnitFailure failure) {
            fail(draft, subtask, failure);
        }
    }

    /** The pace is another one: what is under way ends accordingly, and whether it is tried again depends on it. */
    void paceChanged(Draft draft, Subtask subtask) {
        if (subtask.isAtWork()) {
            interrupt(draft, subtask);
            return;
        }
        DmError error = subtask.error();
        boolean instant = draft.settings().pace() == Pace.INSTANT;
        boolean waits = subtask.due() != null;
        if (error != null && subtask.isToBeRetried()) {
            if (waits == instant) {
                draft.put(Subtask.KIND, subtask.withDue(retryAt(draft, error, subtask.failures())));
            }
        } else if (waits && instant) {
            draft.put(Subtask.KIND, subtask.withDue(draft.now()));
        }
    }

    /** The subtask with its unit at work, which is made if it was not. */
    private Subtask running(Draft draft, Subtask due, Subtask subtask) {
        if (subtask.stage() == Stage.RUNNING) {
            return subtask;
        }
        Subtask running = subtask.upToDate().on(Stage.Signal.RUN);
        draft.put(Subtask.KIND, running);
        SubtaskTimeline.changed(draft, due, running, running.worker() + " runs it");
        return sync.made(draft, running);
    }

    private String why(Draft draft, DmError error, @Nullable Instant retry) {
        String text = texts.text(draft, error);
        return retry == null ? text : text + " (tried again at " + retry + ")";
    }

    private Subtask step(Draft draft, Subtask subtask) {
        return switch (subtask.unit()) {
            case DUMP -> full.dump(draft, subtask);
            case LOAD -> full.load(draft, subtask);
            case SYNC -> sync.work(draft, subtask);
        };
    }

    private void fail(Draft draft, Subtask current, UnitFailure failure) {
        Subtask failing = current.stage() == Stage.RUNNING ? current : current.on(Stage.Signal.RUN);
        Subtask failed = failing.failed(failure.error(), retryAt(draft, failure.error(), failing.failures() + 1));
        draft.put(Subtask.KIND, failed);
        if (failed.unit() == Unit.SYNC) {
            stopped(draft, failed, failure);
        }
        SubtaskTimeline.changed(draft, failing, failed, why(draft, failure.error(), failed.due()));
    }

    private void stopped(Draft draft, Subtask failed, UnitFailure failure) {
        if (!failure.isRefused()) {
            tracker.flush(draft, failed);
        }
        tracker.stopped(draft, failed);
    }

    /** When the task checker resumes it; never at instant pace, where nothing is tried again by itself. */
    private static @Nullable Instant retryAt(Draft draft, DmError error, int failures) {
        boolean retries = TaskChecker.resumes(error) && draft.settings().pace() != Pace.INSTANT;
        return retries ? draft.now().plus(TaskChecker.pauseAfter(failures)) : null;
    }
}
