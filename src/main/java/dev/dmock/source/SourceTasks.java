package dev.dmock.source;

import dev.dmock.space.fact.Draft;
import java.util.List;
import java.util.Optional;

/** The tasks of sources; the task package implements it. */
public interface SourceTasks {

    /** Returns the names of the tasks that have a subtask on this source, in order. */
    List<String> on(Draft draft, String source);

    /** Returns the tasks on this source that are requested to run. */
    List<String> meantToRun(Draft draft, String source);

    /** Returns the tasks on this source that are not in the sync unit. */
    List<String> beforeSync(Draft draft, String source);

    /** Returns the tasks on this source that were never started (v8). */
    List<String> neverStarted(Draft draft, String source);

    /** Returns the tasks on this source that are paused after they have run. */
    List<String> paused(Draft draft, String source);

    /** Removes the source's subtask from all tasks, and removes tasks without another subtask. */
    void removeFrom(Draft draft, String source);

    /** Makes the source's sync units check for new binlog events. */
    void readOn(Draft draft, String source);

    /** Starts or stops all tasks on the source. */
    void runAll(Draft draft, String source, boolean run);

    /** Returns the worker that has an unfinished load of the source's data. */
    Optional<String> loadingWorker(Draft draft, String source);

    /** Resumes the source's subtasks on the worker that the source was bound to. */
    void bound(Draft draft, String source, String worker);

    /** Suspends the source's subtasks after the source was unbound. */
    void unbound(Draft draft, String source);
}
