package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.task.OptimisticLock.Place;
import dev.dmock.task.OptimisticLock.Verdict;
import dev.dmock.task.check.MergedShape;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Shard DDL in optimistic mode as v8 deals with it: asks the lock, and keeps what waits. {@link ShardLocks} is what v5
 * does.
 */
@Component
class NewerShards {

    private final Tracker tracker;

    NewerShards(Tracker tracker) {
        this.tracker = tracker;
    }

    /**
     * What is to be done about a DDL.
     *
     * @param before the table's structure until now
     * @param after its structure with the DDL
     * @throws UnitFailure if DM gives up on it
     */
    Verdict judge(
            Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, TableStructure before, TableStructure after) {
        TableName table = ddl.tables().get(0);
        TableName target = subtask.rules().target(table);
        draft.removeUnder(PutOff.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
        OptimisticLock lock = lock(draft, subtask, table, target);
        Place place = new Place(subtask.source(), table);
        Verdict verdict = lock.judge(place, MergedShape.of(before), MergedShape.of(after));
        switch (verdict) {
            case EXECUTE, RESOLVE, SKIP -> {
                String statement = ddl.restore(subtask.rules()::target);
                added(ddl, before, after)
                        .flatMap(column -> lock.faultOfColumn(
                                place,
                                MergedShape.of(before),
                                MergedShape.of(after),
                                column,
                                isDropped(draft, subtask, table, column),
                                statement))
                        .ifPresent(fault -> {
                            throw refused(subtask, event, DmError.of(11128, lockId(subtask, target), fault));
                        });
                dropped(ddl, before, after).ifPresent(column -> keepDropped(draft, subtask, table, column, verdict));
                if (verdict == Verdict.RESOLVE) {
                    releaseAll(draft, subtask, target);
                }
            }
            case PUT_OFF -> {
                if (subtask.config().strictOptimisticShardMode()) {
                    String statement = ddl.restore(subtask.rules()::target);
                    throw refused(subtask, event, DmError.of(11127, lockId(subtask, target), statement));
                }
                draft.put(PutOff.KIND, new PutOff(subtask.task(), subtask.source(), table, after));
            }
            case CONFLICT -> {
                // waits, and leaves no trace
            }
        }
        return verdict;
    }

    private OptimisticLock lock(Draft draft, Subtask subtask, TableName table, TableName target) {
        OptimisticLock lock = new OptimisticLock();
        for (Subtask other : draft.under(Subtask.KIND, subtask.task())) {
            for (Tracked tracked : tracker.tables(draft, other)) {
                boolean own = other.source().equals(subtask.source())
                        && tracked.table().equals(table);
                if (!own && other.rules().target(tracked.table()).equals(target)) {
                    Place place = new Place(other.source(), tracked.table());
                    lock.know(place, MergedShape.of(tracked.structure()));
                    draft.find(
                                    PutOff.KIND,
                                    other.task(),
                                    other.source(),
                                    tracked.table().schema(),
                                    tracked.table().table())
                            .ifPresent(put -> lock.knowWaiting(place, MergedShape.of(put.structure())));
                }
            }
        }
        return lock;
    }

    private static void releaseAll(Draft draft, Subtask subtask, TableName target) {
        List.copyOf(draft.under(PutOff.KIND, subtask.task())).stream()
                .filter(put -> subtask.rules().target(put.table()).equals(target))
                .forEach(put -> draft.remove(
                        PutOff.KIND,
                        put.task(),
                        put.source(),
                        put.table().schema(),
                        put.table().table()));
    }

    private static Optional<String> added(Ddl ddl, TableStructure before, TableStructure after) {
        return ddl.change() == Ddl.Change.ADD_COLUMN ? missing(after, before) : Optional.empty();
    }

    private static Optional<String> dropped(Ddl ddl, TableStructure before, TableStructure after) {
        return ddl.change() == Ddl.Change.DROP_COLUMN ? missing(before, after) : Optional.empty();
    }

    private static Optional<String> missing(TableStructure all, TableStructure some) {
        return all.columnNames().stream()
                .filter(name -> some.column(name).isEmpty())
                .findFirst();
    }

    private static boolean isDropped(Draft draft, Subtask subtask, TableName table, String column) {
        return draft.find(DroppedColumn.KIND, subtask.task(), subtask.source(), table.schema(), table.table(), column)
                .isPresent();
    }

    /** Remembers a column until the last table has dropped it. */
    private static void keepDropped(Draft draft, Subtask subtask, TableName table, String column, Verdict verdict) {
        if (verdict == Verdict.SKIP) {
            draft.put(DroppedColumn.KIND, new DroppedColumn(subtask.task(), subtask.source(), table, column));
            return;
        }
        TableName target = subtask.rules().target(table);
        List.copyOf(draft.under(DroppedColumn.KIND, subtask.task())).stream()
                .filter(kept -> kept.column().equals(column)
                        && subtask.rules().target(kept.table()).equals(target))
                .forEach(kept -> draft.remove(
                        DroppedColumn.KIND,
                        kept.task(),
                        kept.source(),
                        kept.table().schema(),
                        kept.table().table(),
                        column));
    }

    private static String lockId(Subtask subtask, TableName target) {
        return subtask.task() + "-" + target.quoted();
    }

    /** The worker's words for what DM-master said of the lock. */
    private static UnitFailure refused(Subtask subtask, BinlogEvent event, DmError lock) {
        List<String> ddls = Ddl.split(String.valueOf(event.statement()), event.schema()).stream()
                .map(ddl -> ddl.restore(subtask.rules()::target))
                .toList();
        return new UnitFailure(DmError.of(36062, ddls, lock).annotated(BinlogPlace.of(event)));
    }

    /** Wakes the subtasks that may wait because of a target that this one has just changed. */
    static void changed(Draft draft, Subtask subtask) {
        for (Subtask other : List.copyOf(draft.under(Subtask.KIND, subtask.task()))) {
            if (!other.source().equals(subtask.source()) && other.isAtWork() && other.unit() == Unit.SYNC) {
                draft.put(Subtask.KIND, other.withDue(draft.after(Timing.SYNC_LAG)));
            }
        }
    }

    void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(PutOff.KIND, subtask.task(), subtask.source());
        draft.removeUnder(DroppedColumn.KIND, subtask.task(), subtask.source());
    }
}
