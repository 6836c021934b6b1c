package dev.dmock.task;

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
    private final FullMigration full;
    private final SyncUnit sync;

    SubtaskBehaviour(Subtasks subtasks, FullMigration full, SyncUnit sync) {
        this.subtasks = subtasks;
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
            Subtask failing = draft.get(Subtask.KIND, due.task(), due.source());
            draft.put(Subtask.KIND, failing.failed(failure.error(), retryAt(draft, failing, failure)));
        }
    }

    /** The subtask with its unit at work, which is made if it was not. */
    private Subtask running(Draft draft, Subtask subtask) {
        if (subtask.stage() == Stage.RUNNING) {
            return subtask;
        }
        Subtask running = subtasks.resumed(draft, subtask).on(Stage.Signal.RUN);
        draft.put(Subtask.KIND, running);
        return sync.made(draft, running);
    }

    private Subtask step(Draft draft, Subtask subtask) {
        return switch (subtask.unit()) {
            case DUMP -> full.dump(draft, subtask);
            case LOAD -> full.load(draft, subtask);
            case SYNC -> sync.work(draft, subtask);
        };
    }

    /** When DM's task checker resumes it; never at instant pace, where nothing is tried again by itself. */
    private static @Nullable Instant retryAt(Draft draft, Subtask subtask, UnitFailure failure) {
        boolean retries = failure.temporary() && draft.settings().pace() != Pace.INSTANT;
        return retries ? draft.now().plus(Timing.retry(subtask.failures() + 1)) : null;
    }
}
