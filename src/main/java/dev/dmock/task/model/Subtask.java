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
 * The part of a task that reads from one source; a task is its subtasks.
 *
 * @param posted the task as it was posted
 * @param config what the subtask is to do
 * @param outdated what its units still do until they are started; null if that is {@code config}
 * @param meantToRun what DM-master expects of it, whatever stage it is in
 * @param worker the worker that has it; null while the source is held by none
 * @param madeAt when the worker made its units; null if it has not, and then there is none to be seen
 * @param full how the full migration goes
 * @param sync how the incremental one goes; null before it began
 * @param failures how often in a row its unit failed; 0 also if somebody wants it to stand still nevertheless
 * @param error why it is paused; null if because somebody wanted it so
 * @param options those of the last start or stop; null if there were none
 * @param due when something happens to it by itself; null for never
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

    /** Whether its unit is at work: it runs, and a worker has it. */
    @JsonIgnore
    public boolean isAtWork() {
        return stage == Stage.RUNNING && worker != null;
    }

    /** Whether it is paused by an error that the task checker resumes it from. */
    @JsonIgnore
    public boolean isToBeRetried() {
        return stage == Stage.PAUSED && failures > 0 && worker != null && error != null && TaskChecker.resumes(error);
    }

    /** Whether its units could not be made. */
    @JsonIgnore
    public boolean lacksUnits() {
        return madeAt == null && error != null;
    }

    /**
     * Whether its units are made for good. What somebody does right after a task was made comes before its worker makes
     * the units; on a real cluster they race.
     */
    @JsonIgnore
    public boolean isMade(Instant now) {
        boolean fresh = stage == Stage.STOPPED && isFresh();
        return madeAt != null && !(fresh && now.isBefore(madeAt.plus(UnitDurations.MAKING)));
    }

    /** Whether it has files to load that are on another worker. */
    @JsonIgnore
    public boolean lacksFiles() {
        String holder = full.holder();
        return unit == Unit.LOAD && !full.loaded() && holder != null && !holder.equals(worker);
    }

    /** The unit that it shows. */
    @JsonIgnore
    public String shownUnit() {
        return lacksUnits() ? Unit.NONE : unit.label();
    }

    /** What it takes, where that goes, and what it leaves out. */
    @JsonIgnore
    public TableRules rules() {
        SubtaskConfig used = outdated == null ? config : outdated;
        return new TableRules(used.allowList(), used.router(), used.binlogFilter());
    }

    /** Whether nothing of its work is done yet. */
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

    /** The stage after a signal; an error that was there is forgotten. */
    public Subtask on(Stage.Signal signal) {
        return changed(it -> {
            it.stage = stage.after(signal);
            it.error = null;
        });
    }

    /** Stands still in good order: the checkpoint is flushed. */
    public Subtask halted() {
        Subtask resting = withMeantToRun(false).withDue(null).withFull(full.resting());
        if (stage == Stage.PAUSED || stage == Stage.FINISHED) {
            return resting.withoutFailures();
        }
        return resting.on(Stage.Signal.HALT).withSync(sync == null ? null : sync.flushed());
    }

    /** Made anew by a worker although it is to stand still: what it failed of is forgotten. */
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

    /** Its units could not be made, whatever it was before. */
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

    /** Its units take over a configuration that was changed. */
    public Subtask upToDate() {
        return outdated == null ? this : changed(it -> it.outdated = null);
    }

    /** As it was before it ever ran. */
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

    /** A subtask on its way to being another one. */
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
