package dev.dmock.source;

import dev.dmock.space.fact.Draft;
import java.util.List;
import java.util.Optional;

/** What sources have to know of the tasks that read from them; implemented above. */
public interface SourceTasks {

    /** The names of the tasks that have a subtask on this source, in order. */
    List<String> on(Draft draft, String source);

    /** Those of them that are meant to run. */
    List<String> meantToRun(Draft draft, String source);

    /** Those of them that are not in the sync unit. */
    List<String> beforeSync(Draft draft, String source);

    /** Those of them that were never started (v8). */
    List<String> neverStarted(Draft draft, String source);

    /** Those of them that stand still after they have run. */
    List<String> paused(Draft draft, String source);

    /** Removes the source's subtask from all tasks; a task that has no other one is gone. */
    void removeFrom(Draft draft, String source);

    /** Lets the source's sync units look whether there is more to read. */
    void readOn(Draft draft, String source);

    /** Makes all tasks run, or stop, on the source. */
    void runAll(Draft draft, String source, boolean run);

    /** The worker on which a load of the source's data began and is not finished. */
    Optional<String> loadingWorker(Draft draft, String source);

    /** Lets the source's subtasks go on at the worker that holds it now. */
    void bound(Draft draft, String source, String worker);

    /** Lets the source's subtasks stand still: no worker holds it. */
    void unbound(Draft draft, String source);
}
