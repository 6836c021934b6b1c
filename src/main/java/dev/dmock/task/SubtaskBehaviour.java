package dev.dmock.task;

import dev.dmock.cluster.TaskChecker;
import dev.dmock.error.DmError;
import dev.dmock.space.Behaviour;
import dev.dmock.space.Draft;
import dev.dmock.space.Kind;
import dev.dmock.space.Pace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets subtasks work: each time one is due, its unit does its next piece. */
@Component
class SubtaskBehaviour implements Behaviour<Subtask> {

    private final Subtasks subtasks;
    private final Endpoints endpoints;
    private final FullMigration full;
    private final SyncUnit sync;

    SubtaskBehaviour(Subtasks subtasks, Endpoints endpoints, FullMigration full, SyncUnit sync) {
        this.subtasks = subtasks;
        this.endpoints = endpoints;
        this.full = full;
        this.sync = sync;
    }

    @Override
    public Kind<Subtask> kind() {
        return Subtask.KIND;
    }

    @Override
    public void happen(Draft draft, Subtask due) {
        Subtask subtask = due.withDue(null);
        if (subtask.worker() == null) {
            draft.put(Subtask.KIND, subtask);
            return;
        }
        try {
            draft.put(Subtask.KIND, step(draft, running(draft, subtask)).withoutFailures());
        } catch (UnitFailure failure) {
            fail(draft, draft.get(Subtask.KIND, due.task(), due.source()), failure);
        }
    }

    /** Lets the unit of a subtask at work look whether it can go on, before it would by itself. */
    void interrupt(Draft draft, Subtask subtask) {
        if (!subtask.isAtWork()) {
            return;
        }
        if (subtask.unit() == Unit.SYNC) {
            draft.put(Subtask.KIND, subtask.withDue(draft.now()));
            return;
        }
        try {
            full.tryConnection(draft, subtask);
        } catch (UnitFailure failure) {
            fail(draft, subtask, failure);
        }
    }

    /** The subtask with its unit at work, which is made if it was not. */
    private Subtask running(Draft draft, Subtask subtask) {
        if (subtask.stage() == Stage.RUNNING) {
            return subtask;
        }
        Subtask running = subtasks.resumed(draft, subtask).on(Stage.Signal.RUN);
        draft.put(Subtask.KIND, running);
        if (running.isFresh()) {
            endpoints.initialise(draft, running);
        }
        return sync.made(draft, running);
    }

    private Subtask step(Draft draft, Subtask subtask) {
        return switch (subtask.unit()) {
            case DUMP -> full.dump(draft, subtask);
            case LOAD -> full.load(draft, subtask);
            case SYNC -> sync.work(draft, subtask);
        };
    }

    private static void fail(Draft draft, Subtask current, UnitFailure failure) {
        Subtask failing = current.stage() == Stage.RUNNING ? current : current.on(Stage.Signal.RUN);
        draft.put(Subtask.KIND, failing.failed(failure.error(), retryAt(draft, failing, failure.error())));
    }

    /** When the task checker resumes it; never at instant pace, where nothing is tried again by itself. */
    private static @Nullable Instant retryAt(Draft draft, Subtask subtask, DmError error) {
        boolean retries = TaskChecker.resumes(error) && draft.settings().pace() != Pace.INSTANT;
        return retries ? draft.now().plus(TaskChecker.pauseAfter(subtask.failures() + 1)) : null;
    }
}
