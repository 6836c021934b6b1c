package dev.dmock.task.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.cluster.TaskChecker;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TaskConfig;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a task that reads from one source; a task is the set of its subtasks.
 *
 * @param posted the task as the client posted it
 * @param config the configuration of the subtask
 * @param outdated the configuration that its units use until they restart; null if that is {@code config}
 * @param meantToRun whether DM-master expects it to run, whatever its stage
 * @param worker the worker that runs it; null if no worker is bound to its source
 * @param madeAt when the worker created its units; null if it has not; the status then shows no unit
 * @param full the state of the full migration
 * @param sync the state of the incremental migration; null before it began
 * @param failures the number of consecutive failures of its unit; 0 also if a client requested a stop
 * @param error the error that paused it; null if a client paused it
 * @param options the options of the last start or stop; null if there were none
 * @param due when its next scheduled change is due; null if none is scheduled
 */
public record Subtask(
        String task,
        String source,
        TaskConfig posted,
        SubtaskConfig config,
        @Nullable SubtaskConfig outdated,
        boolean meantToRun,
        Stage stage,
        Unit unit,
        @Nullable String worker,
        @Nullable Instant madeAt,
        FullState full,
        @Nullable SyncState sync,
        int failures,
        @Nullable DmError error,
        @Nullable TaskOptions options,
        @Nullable Instant due) {

    public static final Kind<Subtask> KIND =
            new Kind<>("subtask", Subtask.class, s -> Key.of(s.task, s.source), Subtask::due);

    /** Tells whether its unit is at work: the stage is Running and a worker runs it. */
    @JsonIgnore
    public boolean isAtWork() {
        return stage == Stage.RUNNING && worker != null;
    }

    /** Tells whether it is paused by an error that the task checker retries. */
    @JsonIgnore
    public boolean isToBeRetried() {
        return stage == Stage.PAUSED && failures > 0 && worker != null && error != null && TaskChecker.resumes(error);
    }

    /** Tells whether the initialization of its units failed. */
    @JsonIgnore
    public boolean lacksUnits() {
        return madeAt == null && error != null;
    }

    /**
     * Tells whether its units are initialized. A request right after the creation of a task precedes the
     * initialization; on a real cluster the two race.
     */
    @JsonIgnore
    public boolean isMade(Instant now) {
        boolean fresh = stage == Stage.STOPPED && isFresh();
        return madeAt != null && !(fresh && now.isBefore(madeAt.plus(UnitDurations.INITIALIZATION)));
    }

    /** Tells whether its dump files are on another worker. */
    @JsonIgnore
    public boolean lacksFiles() {
        String holder = full.holder();
        return unit == Unit.LOAD && !full.loaded() && holder != null && !holder.equals(worker);
    }

    /** Returns the unit that the status shows. */
    @JsonIgnore
    public String shownUnit() {
        return lacksUnits() ? Unit.NONE : unit.label();
    }

    /** Returns the allow list, the routes and the binlog filter. */
    @JsonIgnore
    public TableRules rules() {
        SubtaskConfig used = outdated == null ? config : outdated;
        return new TableRules(used.allowList(), used.router(), used.binlogFilter());
    }

    /** Tells whether it has made no progress yet. */
    @JsonIgnore
    public boolean isFresh() {
        return full.equals(FullState.NOTHING) && sync == null;
    }

    public Subtask withDue(@Nullable Instant instant) {
        return changed(it -> it.due = instant);
    }

    public Subtask withMeantToRun(boolean run) {
        return changed(it -> it.meantToRun = run);
    }

    /** Returns the subtask after a signal; clears the error. */
    public Subtask on(Stage.Signal signal) {
        return changed(it -> {
            it.stage = stage.after(signal);
            it.error = null;
        });
    }

    /** Returns the subtask after a graceful stop, with the checkpoint flushed. */
    public Subtask halted() {
        Subtask resting = withMeantToRun(false).withDue(null).withFull(full.resting());
        if (stage == Stage.PAUSED || stage == Stage.FINISHED) {
            return resting.withoutFailures();
        }
        return resting.on(Stage.Signal.HALT).withSync(sync == null ? null : sync.flushed());
    }

    /** Returns the subtask after a worker recreated it in a stopped stage; clears the error. */
    public Subtask standing(Stage standsStill) {
        return changed(it -> {
            it.stage = standsStill;
            it.error = null;
            it.due = null;
        });
    }

    public Subtask failed(DmError why, @Nullable Instant retryAt) {
        return changed(it -> {
            it.stage = stage.after(Stage.Signal.FAIL);
            it.full = full.resting();
            it.sync = sync == null ? null : sync.flushed();
            it.failures = failures + 1;
            it.error = why;
            it.due = retryAt;
        });
    }

    /** Returns the subtask after the initialization of its units failed, whatever its stage was. */
    public Subtask notInitialised(DmError why, @Nullable Instant retryAt) {
        return changed(it -> {
            it.stage = Stage.PAUSED;
            it.madeAt = null;
            it.failures = failures + 1;
            it.error = why;
            it.due = retryAt;
        });
    }

    public Subtask withMadeAt(@Nullable Instant instant) {
        return changed(it -> it.madeAt = instant);
    }

    public Subtask withUnit(Unit other) {
        return changed(it -> {
            it.unit = other;
            it.failures = 0;
        });
    }

    public Subtask withoutFailures() {
        return failures == 0 ? this : changed(it -> it.failures = 0);
    }

    public Subtask withWorker(@Nullable String name) {
        return changed(it -> it.worker = name);
    }

    public Subtask withFull(FullState state) {
        return changed(it -> it.full = state);
    }

    public Subtask withSync(@Nullable SyncState state) {
        return changed(it -> it.sync = state);
    }

    public Subtask withOptions(@Nullable TaskOptions others) {
        return changed(it -> it.options = others);
    }

    public Subtask withConfig(TaskConfig otherPosted, SubtaskConfig other) {
        return changed(it -> {
            it.posted = otherPosted;
            it.config = other;
            it.outdated = outdated == null ? config : outdated;
        });
    }

    /** Returns the subtask after its units took over the changed configuration. */
    public Subtask upToDate() {
        return outdated == null ? this : changed(it -> it.outdated = null);
    }

    /** Returns the subtask as it was before its first run. */
    public Subtask fromTheStart(Unit first) {
        return changed(it -> {
            it.unit = first;
            it.full = FullState.NOTHING;
            it.sync = null;
            it.failures = 0;
            it.error = null;
            it.due = null;
        });
    }

    private Subtask changed(Consumer<Change> change) {
        Change changing = new Change(this);
        change.accept(changing);
        return changing.done();
    }

    /** Builder of a changed copy. */
    private static final class Change {

        private final String task;
        private final String source;
        private TaskConfig posted;
        private SubtaskConfig config;
        private @Nullable SubtaskConfig outdated;
        private boolean meantToRun;
        private Stage stage;
        private Unit unit;
        private @Nullable String worker;
        private @Nullable Instant madeAt;
        private FullState full;
        private @Nullable SyncState sync;
        private int failures;
        private @Nullable DmError error;
        private @Nullable TaskOptions options;
        private @Nullable Instant due;

        Change(Subtask from) {
            task = from.task;
            source = from.source;
            posted = from.posted;
            config = from.config;
            outdated = from.outdated;
            meantToRun = from.meantToRun;
            stage = from.stage;
            unit = from.unit;
            worker = from.worker;
            madeAt = from.madeAt;
            full = from.full;
            sync = from.sync;
            failures = from.failures;
            error = from.error;
            options = from.options;
            due = from.due;
        }

        Subtask done() {
            return new Subtask(
                    task,
                    source,
                    posted,
                    config,
                    outdated,
                    meantToRun,
                    stage,
                    unit,
                    worker,
                    madeAt,
                    full,
                    sync,
                    failures,
                    error,
                    options,
                    due);
        }
    }
}
