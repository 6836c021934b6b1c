package dev.dmock.task.shard;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.KnownStructure;
import dev.dmock.task.model.OptimisticLockV5;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.task.unit.UpstreamTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Optimistic shard DDL of v5's master, which compares the structure that fits all shards before and after a DDL. A DDL
 * that makes it larger or smaller is executed downstream; one that keeps it may be skipped; a table that fits no other
 * shard, or not its own previous structure, is in conflict. {@link OptimisticShardingV8} implements v8.
 */
@Component
public class OptimisticShardingV5 implements OptimisticSharding {

    private final SchemaTracker tracker;
    private final UpstreamTables tables;

    OptimisticShardingV5(SchemaTracker tracker, UpstreamTables tables) {
        this.tracker = tracker;
        this.tables = tables;
    }

    private static Optional<OptimisticLockV5> find(Draft draft, Step step) {
        TableName target = step.target();
        return draft.find(OptimisticLockV5.KIND, step.subtask().task(), target.schema(), target.table());
    }

    /** Decides on a DDL; without a conflict, creates the lock. */
    @Override
    public Verdict judge(Draft draft, Step step) {
        OptimisticLockV5 lock = find(draft, step)
                .orElseGet(() -> new OptimisticLockV5(step.subtask().task(), step.target(), step.before(), List.of()));
        try {
            Verdict verdict = verdict(draft, step, lock);
            draft.put(OptimisticLockV5.KIND, lock);
            return verdict;
        } catch (ShardOrder.Conflict e) {
            throw new UnitFailure(UnitFaultInjector.shardConflict(step.subtask(), step.event(), step.ddl()));
        }
    }

    private Verdict verdict(Draft draft, Step step, OptimisticLockV5 lock) {
        List<OrderedTable> others = others(draft, step, lock);
        OrderedTable last = OrderedTable.of(step.before());
        OrderedTable next = OrderedTable.of(step.after());
        int change = last.compare(next);
        OrderedTable joined = join(last, others);
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

    private static boolean isSame(OrderedTable one, OrderedTable other) {
        try {
            return one.compare(other) == 0;
        } catch (ShardOrder.Conflict e) {
            return false;
        }
    }

    /** Tells whether the DDL changes the structure that fits all shards, or at least enlarges the table. */
    private static boolean isExecuted(OrderedTable before, OrderedTable after, int change) {
        try {
            return before.compare(after) != 0 || change < 0;
        } catch (ShardOrder.Conflict e) {
            return true; // the conflict is resolved
        }
    }

    private static OrderedTable join(OrderedTable one, List<OrderedTable> others) {
        OrderedTable joined = one;
        for (OrderedTable other : others) {
            joined = joined.join(other);
        }
        return joined;
    }

    private List<OrderedTable> others(Draft draft, Step step, OptimisticLockV5 lock) {
        List<OrderedTable> others = new ArrayList<>();
        for (Subtask part : draft.under(Subtask.KIND, lock.task())) {
            boolean own = part.source().equals(step.subtask().source());
            tables.of(draft, part).stream()
                    .filter(shard -> part.rules().target(shard).equals(lock.target()))
                    .filter(shard -> !(own && shard.equals(step.table())))
                    .map(shard -> tracker.find(draft, part, shard)
                            .map(KnownStructure::structure)
                            .orElse(lock.initial()))
                    .map(OrderedTable::of)
                    .forEach(others::add);
        }
        return others;
    }

    /** Keeps the columns that the table dropped while other shards have them. */
    @Override
    public void passed(Draft draft, Step step) {
        OptimisticLockV5 lock = find(draft, step).orElseThrow();
        List<OrderedTable> others = others(draft, step, lock);
        OrderedTable own = OrderedTable.of(step.after());
        if (others.stream().allMatch(other -> isSame(own, other))) {
            draft.remove(
                    OptimisticLockV5.KIND,
                    lock.task(),
                    lock.target().schema(),
                    lock.target().table());
            return;
        }
        OptimisticLockV5 now = lock;
        for (String column : step.before().columnNames()) {
            boolean dropped = step.after().column(column).isEmpty();
            now = dropped ? now.withDropped(step.subtask().source(), step.table(), column) : now;
        }
        draft.put(
                OptimisticLockV5.KIND,
                now.withDroppedOnly(column ->
                        others.stream().anyMatch(other -> other.columns().containsKey(column))));
    }

    /** Removes the locks of a deleted task. */
    public static void forgetAll(Draft draft, String task) {
        draft.removeUnder(OptimisticLockV5.KIND, task);
    }
}
