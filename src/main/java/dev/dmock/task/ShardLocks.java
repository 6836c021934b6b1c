package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.world.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Optimistic shard DDL as v5's master judges it: by what all shards fit into, before and after. What makes that larger
 * or smaller is executed downstream, what does not change it need not be; a table that fits with no other, or not with
 * what it was itself, is in conflict. {@link NewerShards} is what v8 does.
 */
@Component
class ShardLocks implements OptimisticShards {

    private final Tracker tracker;
    private final UpstreamTables tables;

    ShardLocks(Tracker tracker, UpstreamTables tables) {
        this.tracker = tracker;
        this.tables = tables;
    }

    private static Optional<ShardLock> find(Draft draft, Step step) {
        TableName target = step.target();
        return draft.find(ShardLock.KIND, step.subtask().task(), target.schema(), target.table());
    }

    /** What is to be done about a DDL; if it is no conflict, the shards differ from now on. */
    @Override
    public Verdict judge(Draft draft, Step step) {
        ShardLock lock = find(draft, step)
                .orElseGet(() -> new ShardLock(step.subtask().task(), step.target(), step.before(), List.of()));
        try {
            Verdict verdict = verdict(draft, step, lock);
            draft.put(ShardLock.KIND, lock);
            return verdict;
        } catch (ShardOrder.Conflict e) {
            throw new UnitFailure(UnitTroubles.shardConflict(step.subtask(), step.event(), step.ddl()));
        }
    }

    private Verdict verdict(Draft draft, Step step, ShardLock lock) {
        List<ShardTable> others = others(draft, step, lock);
        ShardTable last = ShardTable.of(step.before());
        ShardTable next = ShardTable.of(step.after());
        int change = last.compare(next);
        ShardTable joined = join(last, others);
        boolean same = isSame(next, joined);
        boolean executed = same || isExecuted(joined, join(next, others), change);
        boolean again = step.after().columnNames().stream()
                .filter(name -> step.before().column(name).isEmpty())
                .anyMatch(name -> lock.hasDropped(step.subtask().source(), step.table(), name));
        if (again) {
            throw new ShardOrder.Conflict();
        }
        return executed ? Verdict.EXECUTE : Verdict.SKIP;
    }

    private static boolean isSame(ShardTable one, ShardTable other) {
        try {
            return one.compare(other) == 0;
        } catch (ShardOrder.Conflict e) {
            return false;
        }
    }

    /** What the shards fit into changes, or else the table at least becomes larger. */
    private static boolean isExecuted(ShardTable before, ShardTable after, int change) {
        try {
            return before.compare(after) != 0 || change < 0;
        } catch (ShardOrder.Conflict e) {
            return true; // a conflict is over
        }
    }

    private static ShardTable join(ShardTable one, List<ShardTable> others) {
        ShardTable joined = one;
        for (ShardTable other : others) {
            joined = joined.join(other);
        }
        return joined;
    }

    private List<ShardTable> others(Draft draft, Step step, ShardLock lock) {
        List<ShardTable> others = new ArrayList<>();
        for (Subtask part : draft.under(Subtask.KIND, lock.task())) {
            boolean own = part.source().equals(step.subtask().source());
            tables.of(draft, part).stream()
                    .filter(shard -> part.rules().target(shard).equals(lock.target()))
                    .filter(shard -> !(own && shard.equals(step.table())))
                    .map(shard -> tracker.find(draft, part, shard)
                            .map(KnownStructure::structure)
                            .orElse(lock.initial()))
                    .map(ShardTable::of)
                    .forEach(others::add);
        }
        return others;
    }

    /** Columns that the table dropped stay known while others have them. */
    @Override
    public void passed(Draft draft, Step step) {
        ShardLock lock = find(draft, step).orElseThrow();
        List<ShardTable> others = others(draft, step, lock);
        ShardTable own = ShardTable.of(step.after());
        if (others.stream().allMatch(other -> isSame(own, other))) {
            draft.remove(
                    ShardLock.KIND,
                    lock.task(),
                    lock.target().schema(),
                    lock.target().table());
            return;
        }
        ShardLock now = lock;
        for (String column : step.before().columnNames()) {
            boolean dropped = step.after().column(column).isEmpty();
            now = dropped ? now.withDropped(step.subtask().source(), step.table(), column) : now;
        }
        draft.put(
                ShardLock.KIND,
                now.withDroppedOnly(column ->
                        others.stream().anyMatch(other -> other.columns().containsKey(column))));
    }

    /** A task is gone. */
    static void forgetAll(Draft draft, String task) {
        draft.removeUnder(ShardLock.KIND, task);
    }
}
