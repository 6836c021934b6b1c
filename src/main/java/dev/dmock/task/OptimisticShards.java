package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.task.OptimisticLock.Verdict;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.Column;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Shard DDL in optimistic mode: each table goes on alone; downstream, a column is added with the first table that has it
 * and dropped with the last, and tables whose columns exclude each other wait. What v5 does; {@link NewerShards} is v8.
 */
@Component
class OptimisticShards {

    private final Tracker tracker;

    OptimisticShards(Tracker tracker) {
        this.tracker = tracker;
    }

    /**
     * @param before the table's structure until now
     * @param after its structure with the DDL
     */
    Verdict judge(
            Draft draft,
            Subtask subtask,
            TableName table,
            TableStructure before,
            TableStructure after,
            Session downstream) {
        TableName target = subtask.rules().target(table);
        TableStructure merged = downstream.structure(target);
        for (Column column : after.columns()) {
            Optional<Column> old = before.column(column.name());
            if (old.isEmpty() || !old.get().equals(column)) {
                return added(merged, old, column);
            }
        }
        List<String> dropped = before.columnNames().stream()
                .filter(name -> after.column(name).isEmpty())
                .toList();
        if (!dropped.isEmpty()) {
            boolean stillNeeded = othersHave(draft, subtask, table, target, dropped.get(0));
            return stillNeeded || merged.column(dropped.get(0)).isEmpty() ? Verdict.SKIP : Verdict.EXECUTE;
        }
        return merged.indexes().size() == after.indexes().size()
                        && merged.indexes().containsAll(after.indexes())
                ? Verdict.SKIP
                : Verdict.EXECUTE;
    }

    /** A column that is new, or another type: the target may have it already, lack it, or have something else. */
    private static Verdict added(TableStructure merged, Optional<Column> old, Column column) {
        Optional<Column> there = merged.column(column.name());
        if (there.isEmpty()) {
            return Verdict.EXECUTE;
        }
        if (there.get().type().equals(column.type())) {
            return Verdict.SKIP;
        }
        boolean untouched =
                old.isPresent() && there.get().type().equals(old.get().type());
        return untouched ? Verdict.EXECUTE : Verdict.CONFLICT;
    }

    private boolean othersHave(Draft draft, Subtask subtask, TableName table, TableName target, String column) {
        return draft.under(Subtask.KIND, subtask.task()).stream()
                .flatMap(other -> tracker.tables(draft, other).stream()
                        .filter(t -> other.rules().target(t.table()).equals(target))
                        .filter(t -> !(other.source().equals(subtask.source())
                                && t.table().equals(table))))
                .anyMatch(t -> t.structure().column(column).isPresent());
    }

    /** Wakes the subtasks that may wait because of this target. */
    void changed(Draft draft, Subtask subtask) {
        for (Subtask other : List.copyOf(draft.under(Subtask.KIND, subtask.task()))) {
            if (!other.source().equals(subtask.source()) && other.isAtWork() && other.unit() == Unit.SYNC) {
                draft.put(Subtask.KIND, other.withDue(draft.after(Timing.SYNC_LAG)));
            }
        }
    }
}
