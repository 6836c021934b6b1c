package dev.dmock.task;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.check.instance.Checkpoints;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.full.DumpedSchema;
import dev.dmock.task.model.Checkpoint;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.FullState;
import dev.dmock.task.model.PessimisticLock;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskTimeline;
import dev.dmock.task.model.SyncState;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.shard.OptimisticShardingV5;
import dev.dmock.task.shard.OptimisticShardingV8;
import dev.dmock.task.shard.PessimisticSharding;
import dev.dmock.task.sync.GhostTable;
import dev.dmock.task.unit.SchemaTracker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds, runs, halts and removes subtasks. */
@Component
class Subtasks implements Checkpoints {

    private final SchemaTracker tracker;
    private final PessimisticSharding shards;
    private final OptimisticShardingV8 newerShards;

    Subtasks(SchemaTracker tracker, PessimisticSharding shards, OptimisticShardingV8 newerShards) {
        this.newerShards = newerShards;
        this.tracker = tracker;
        this.shards = shards;
    }

    Collection<Subtask> of(Draft draft, String task) {
        return draft.under(Subtask.KIND, task);
    }

    Optional<Subtask> find(Draft draft, String task, String source) {
        return draft.find(Subtask.KIND, task, source);
    }

    List<Subtask> on(Draft draft, String source) {
        List<Subtask> found = new ArrayList<>();
        for (SubtaskOf entry : draft.under(SubtaskOf.KIND, source)) {
            found.add(draft.get(Subtask.KIND, entry.task(), source));
        }
        return found;
    }

    void add(Draft draft, Subtask subtask) {
        draft.put(Subtask.KIND, subtask);
        SubtaskTimeline.made(draft, subtask);
        draft.put(SubtaskOf.KIND, new SubtaskOf(subtask.source(), subtask.task()));
    }

    /** A subtask that begins now goes on where the checkpoint of an earlier one of its name says, if there is one. */
    Subtask resumed(Draft draft, Subtask subtask) {
        return subtask.isFresh()
                ? draft.find(Checkpoint.KIND, checkpointKey(subtask.config()))
                        .map(checkpoint -> resumed(subtask, checkpoint))
                        .orElse(subtask)
                : subtask;
    }

    private static Subtask resumed(Subtask subtask, Checkpoint checkpoint) {
        Subtask loaded = subtask.withFull(checkpoint.full());
        TaskMode mode = subtask.config().mode();
        if (mode.follows() && checkpoint.sync() != null) {
            return loaded.withUnit(Unit.SYNC).withSync(checkpoint.sync());
        }
        return mode.copies() && checkpoint.full().loaded() ? loaded.withUnit(Unit.LOAD) : subtask;
    }

    /**
     * Lets it run, if it has anything left to do: its worker follows within milliseconds, so that whoever asks after a
     * start was answered sees it.
     */
    void run(Draft draft, Subtask subtask) {
        Subtask wanted = subtask.withMeantToRun(true);
        boolean idle = wanted.stage() == Stage.RUNNING || wanted.stage() == Stage.FINISHED || wanted.worker() == null;
        draft.put(Subtask.KIND, idle ? wanted : wanted.withDue(draft.now()));
        SubtaskTimeline.toRun(draft, wanted);
    }

    /** Lets its worker make its units, though it is not to run. */
    void make(Draft draft, Subtask subtask) {
        draft.put(Subtask.KIND, subtask.withDue(draft.after(UnitDurations.PICK_UP)));
    }

    /** Lets it stand still. */
    void halt(Draft draft, Subtask subtask) {
        if (subtask.isAtWork() && subtask.unit() == Unit.SYNC) {
            tracker.flush(draft, subtask);
            tracker.stopped(draft, subtask);
        }
        draft.put(Subtask.KIND, subtask.halted());
        SubtaskTimeline.changed(draft, subtask, subtask.halted(), "it was told to stand still");
    }

    /** Removes it; what it wrote downstream stays, its checkpoint included. */
    void remove(Draft draft, Subtask subtask) {
        FullState full = subtask.full().resting();
        if (full.loaded() || subtask.sync() != null) {
            SyncState sync = subtask.sync() == null ? null : subtask.sync().flushed();
            draft.put(
                    Checkpoint.KIND,
                    new Checkpoint(
                            Checkpoint.address(subtask.config().target()),
                            subtask.config().metaSchema(),
                            subtask.task(),
                            subtask.source(),
                            full,
                            sync));
        }
        forget(draft, subtask);
        draft.remove(Subtask.KIND, subtask.task(), subtask.source());
        SubtaskTimeline.removed(draft, subtask);
        draft.remove(SubtaskOf.KIND, subtask.source(), subtask.task());
        if (of(draft, subtask.task()).isEmpty()) {
            OptimisticShardingV5.forgetAll(draft, subtask.task());
        }
        for (Subtask other : List.copyOf(of(draft, subtask.task()))) {
            if (other.isAtWork() && other.unit() == Unit.SYNC) {
                draft.put(Subtask.KIND, other.withDue(draft.after(UnitDurations.LOCK)));
            }
        }
    }

    @Override
    public boolean exist(Draft draft, SubtaskConfig part) {
        return !draft.under(Checkpoint.KIND, Checkpoint.address(part.target()), part.metaSchema(), part.task())
                        .isEmpty()
                || of(draft, part.task()).stream().anyMatch(s -> s.full().loaded() || s.sync() != null);
    }

    /** Removes what the meta schema downstream has of a task, the checkpoints of all its sources. */
    void removeMeta(Draft draft, TargetDatabase target, String metaSchema, String task) {
        draft.removeUnder(Checkpoint.KIND, Checkpoint.address(target), metaSchema, task);
        draft.removeUnder(GhostTable.KIND, task);
        removeLocks(draft, task);
    }

    /** Removes what DM-master knows of a task's shard DDL; without that it outlives the task. */
    void removeLocks(Draft draft, String task) {
        draft.removeUnder(PessimisticLock.KIND, task);
    }

    private static String[] checkpointKey(SubtaskConfig part) {
        return new String[] {Checkpoint.address(part.target()), part.metaSchema(), part.task(), part.source()};
    }

    /** Makes a subtask begin with its first unit again. */
    Subtask startOver(Draft draft, Subtask subtask) {
        forget(draft, subtask);
        return subtask.fromTheStart(subtask.config().mode().copies() ? Unit.DUMP : Unit.SYNC);
    }

    private void forget(Draft draft, Subtask subtask) {
        draft.removeUnder(DumpFile.KIND, subtask.task(), subtask.source());
        draft.removeUnder(DumpedSchema.KIND, subtask.task(), subtask.source());
        tracker.removed(draft, subtask);
        shards.forgetAll(draft, subtask);
        newerShards.forgetAll(draft, subtask);
    }

    /** The way from a source to its subtasks. */
    record SubtaskOf(String source, String task) {

        static final dev.dmock.space.fact.Kind<SubtaskOf> KIND = dev.dmock.space.fact.Kind.of(
                "subtaskOf", SubtaskOf.class, s -> dev.dmock.space.fact.Key.of(s.source, s.task));
    }
}
