package dev.dmock.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.error.DmError;
import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TaskConfig;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a task that reads from one source; a task is its subtasks.
 *
 * @param posted the task as it was posted
 * @param config what the subtask is to do
 * @param meantToRun what DM-master expects of it, whatever stage it is in
 * @param worker the worker that has it; null while the source is held by none
 * @param full how the full migration goes
 * @param sync how the incremental one goes; null before it began
 * @param failures how often in a row its unit failed
 * @param error why it is paused; null if because somebody wanted it so
 * @param options those of the last start or stop; null if there were none
 * @param due when something happens to it by itself; null for never
 */
public record Subtask(
        String task,
        String source,
        TaskConfig posted,
        SubtaskConfig config,
        boolean meantToRun,
        Stage stage,
        Unit unit,
        @Nullable String worker,
        FullState full,
        @Nullable SyncState sync,
        int failures,
        @Nullable DmError error,
        @Nullable TaskOptions options,
        @Nullable Instant due) {

    public static final Kind<Subtask> KIND =
            new Kind<>("subtask", Subtask.class, s -> Key.of(s.task, s.source), Subtask::due);

    /** Whether its unit is at work: it runs, and a worker has it. */
    @JsonIgnore
    boolean isAtWork() {
        return stage == Stage.RUNNING && worker != null;
    }

    /** What it takes, where that goes, and what it leaves out. */
    @JsonIgnore
    public Rules rules() {
        return new Rules(config.allowList(), config.router(), config.binlogFilter());
    }

    Subtask withDue(@Nullable Instant instant) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage,
                unit,
                worker,
                full,
                sync,
                failures,
                error,
                options,
                instant);
    }

    Subtask withMeantToRun(boolean run) {
        return new Subtask(
                task, source, posted, config, run, stage, unit, worker, full, sync, failures, error, options, due);
    }

    /** The stage after a signal; an error that was there is forgotten. */
    Subtask on(Stage.Signal signal) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage.after(signal),
                unit,
                worker,
                full,
                sync,
                failures,
                null,
                options,
                due);
    }

    /** Whether nothing of its work is done yet. */
    @JsonIgnore
    boolean isFresh() {
        return full.equals(FullState.NOTHING) && sync == null;
    }

    /** Stands still in good order: the checkpoint is flushed. */
    Subtask halted() {
        Subtask resting = withMeantToRun(false).withDue(null).withFull(full.resting());
        if (stage == Stage.PAUSED || stage == Stage.FINISHED) {
            return resting;
        }
        return resting.on(Stage.Signal.HALT).withSync(sync == null ? null : sync.flushed());
    }

    /** Made anew by a worker although it is to stand still: what it failed of is forgotten. */
    Subtask standing(Stage standsStill) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                standsStill,
                unit,
                worker,
                full,
                sync,
                failures,
                null,
                options,
                null);
    }

    Subtask failed(DmError why, @Nullable Instant retryAt) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage.after(Stage.Signal.FAIL),
                unit,
                worker,
                full.resting(),
                sync == null ? null : sync.flushed(),
                failures + 1,
                why,
                options,
                retryAt);
    }

    Subtask withUnit(Unit other) {
        return new Subtask(
                task, source, posted, config, meantToRun, stage, other, worker, full, sync, 0, error, options, due);
    }

    Subtask withoutFailures() {
        return failures == 0
                ? this
                : new Subtask(
                        task,
                        source,
                        posted,
                        config,
                        meantToRun,
                        stage,
                        unit,
                        worker,
                        full,
                        sync,
                        0,
                        error,
                        options,
                        due);
    }

    Subtask withWorker(@Nullable String name) {
        return new Subtask(
                task, source, posted, config, meantToRun, stage, unit, name, full, sync, failures, error, options, due);
    }

    Subtask withFull(FullState state) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage,
                unit,
                worker,
                state,
                sync,
                failures,
                error,
                options,
                due);
    }

    Subtask withSync(@Nullable SyncState state) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage,
                unit,
                worker,
                full,
                state,
                failures,
                error,
                options,
                due);
    }

    Subtask withOptions(@Nullable TaskOptions others) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage,
                unit,
                worker,
                full,
                sync,
                failures,
                error,
                others,
                due);
    }

    Subtask withConfig(TaskConfig otherPosted, SubtaskConfig other) {
        return new Subtask(
                task,
                source,
                otherPosted,
                other,
                meantToRun,
                stage,
                unit,
                worker,
                full,
                sync,
                failures,
                error,
                options,
                due);
    }

    /** As it was before it ever ran. */
    Subtask fromTheStart(Unit first) {
        return new Subtask(
                task,
                source,
                posted,
                config,
                meantToRun,
                stage,
                first,
                worker,
                FullState.NOTHING,
                null,
                0,
                null,
                options,
                null);
    }
}
