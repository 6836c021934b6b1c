package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.task.OptimisticLock.Verdict;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
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
class ShardLocks {

    private final Tracker tracker;
    private final UpstreamTables tables;

    ShardLocks(Tracker tracker, UpstreamTables tables) {
        this.tracker = tracker;
        this.tables = tables;
    }

    private static Optional<ShardLock> find(Draft draft, Subtask subtask, TableName table) {
        TableName target = subtask.rules().target(table);
        return draft.find(ShardLock.KIND, subtask.task(), target.schema(), target.table());
    }

    /** What is to be done about a DDL of a table; if it is no conflict, the shards differ from now on. */
    Verdict judge(Draft draft, Subtask subtask, TableName table, TableStructure before, TableStructure after) {
        TableName target = subtask.rules().target(table);
        ShardLock lock =
                find(draft, subtask, table).orElseGet(() -> new ShardLock(subtask.task(), target, before, List.of()));
        try {
            Verdict verdict = verdict(draft, subtask, table, before, after, lock);
            draft.put(ShardLock.KIND, lock);
            return verdict;
        } catch (ShardOrder.Conflict e) {
            return Verdict.CONFLICT;
        }
    }

    private Verdict verdict(
            Draft draft,
            Subtask subtask,
            TableName table,
            TableStructure before,
            TableStructure after,
            ShardLock lock) {
        List<ShardTable> others = others(draft, subtask, table, lock);
        ShardTable last = ShardTable.of(before);
        ShardTable next = ShardTable.of(after);
        int change = last.compare(next);
        ShardTable joined = join(last, others);
        boolean same = isSame(next, joined);
        boolean executed = same || isExecuted(joined, join(next, others), change);
        boolean again = after.columnNames().stream()
                .filter(name -> before.column(name).isEmpty())
                .anyMatch(name -> lock.hasDropped(subtask.source(), table, name));
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

    private List<ShardTable> others(Draft draft, Subtask subtask, TableName table, ShardLock lock) {
        List<ShardTable> others = new ArrayList<>();
        for (Subtask part : draft.under(Subtask.KIND, subtask.task())) {
            boolean own = part.source().equals(subtask.source());
            tables.of(draft, part).stream()
                    .filter(shard -> part.rules().target(shard).equals(lock.target()))
                    .filter(shard -> !(own && shard.equals(table)))
                    .map(shard -> tracker.find(draft, part, shard)
                            .map(Tracked::structure)
                            .orElse(lock.initial()))
                    .map(ShardTable::of)
                    .forEach(others::add);
        }
        return others;
    }

    /** A table has gone on after a DDL: columns that it dropped stay known while others have them. */
    void passed(Draft draft, Subtask subtask, TableName table, TableStructure before, TableStructure after) {
        ShardLock lock = find(draft, subtask, table).orElseThrow();
        List<ShardTable> others = others(draft, subtask, table, lock);
        ShardTable own = ShardTable.of(after);
        if (others.stream().allMatch(other -> isSame(own, other))) {
            draft.remove(
                    ShardLock.KIND,
                    lock.task(),
                    lock.target().schema(),
                    lock.target().table());
            return;
        }
        ShardLock now = lock;
        for (String column : before.columnNames()) {
            now = after.column(column).isEmpty() ? now.withDropped(subtask.source(), table, column) : now;
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
