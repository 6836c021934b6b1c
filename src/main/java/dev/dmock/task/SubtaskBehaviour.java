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

    private final FullMigration full;
    private final SyncUnit sync;

    SubtaskBehaviour(FullMigration full, SyncUnit sync) {
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
        if (subtask.stage() != Stage.RUNNING) {
            subtask = subtask.on(Stage.Signal.RUN).madeAnew(draft.after(SyncUnit.SAFE_MODE));
        }
        try {
            draft.put(Subtask.KIND, step(draft, subtask).withoutFailures());
        } catch (UnitFailure failure) {
            Subtask current = draft.get(Subtask.KIND, due.task(), due.source());
            Subtask failing = current.stage() == Stage.RUNNING ? current : current.on(Stage.Signal.RUN);
            draft.put(Subtask.KIND, failing.failed(failure.error(), retryAt(draft, failing, failure)));
        }
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
