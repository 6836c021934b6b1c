package dev.dmock.task.shard;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.DdlKind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.BinlogPlace;
import dev.dmock.task.model.DroppedColumn;
import dev.dmock.task.model.PendingShardDdl;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TrackedTable;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.shape.MergedShape;
import dev.dmock.task.shard.OptimisticLockV8.Place;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.world.database.model.BinlogEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Optimistic shard DDL of v8: queries the lock, and stores pending DDLs. {@link OptimisticShardingV5} implements v5.
 */
@Component
public class OptimisticShardingV8 implements OptimisticSharding {

    private final SchemaTracker tracker;

    OptimisticShardingV8(SchemaTracker tracker) {
        this.tracker = tracker;
    }

    @Override
    public Verdict judge(Draft draft, Step step) {
        Subtask subtask = step.subtask();
        TableName table = step.table();
        draft.removeUnder(PendingShardDdl.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
        OptimisticLockV8 lock = lock(draft, step);
        OptimisticLockV8.Verdict verdict =
                lock.judge(place(step), MergedShape.of(step.before()), MergedShape.of(step.after()));
        return switch (verdict) {
            case EXECUTE, RESOLVE, SKIP -> accept(draft, step, lock, verdict);
            case PUT_OFF -> putOff(draft, step);
            case CONFLICT -> Verdict.WAIT; // and is not recorded
        };
    }

    private static Verdict accept(Draft draft, Step step, OptimisticLockV8 lock, OptimisticLockV8.Verdict verdict) {
        added(step)
                .flatMap(column -> lock.faultOfColumn(
                        place(step),
                        MergedShape.of(step.before()),
                        MergedShape.of(step.after()),
                        column,
                        isDropped(draft, step, column),
                        step.statement()))
                .ifPresent(fault -> {
                    throw refused(
                            step,
                            DmError.of(DmCode.SHARD_DDL_OPTIMISM_ADD_NOT_FULLY_DROPPED_COLUMN, lockId(step), fault));
                });
        boolean skipped = verdict == OptimisticLockV8.Verdict.SKIP;
        dropped(step).ifPresent(column -> keepDropped(draft, step, column, skipped));
        if (verdict == OptimisticLockV8.Verdict.RESOLVE) {
            releaseAll(draft, step);
        }
        return skipped ? Verdict.SKIP : Verdict.EXECUTE;
    }

    private static Verdict putOff(Draft draft, Step step) {
        Subtask subtask = step.subtask();
        if (subtask.config().strictOptimisticShardMode()) {
            throw refused(
                    step, DmError.of(DmCode.SHARD_DDL_OPTIMISM_NEED_SKIP_AND_REDIRECT, lockId(step), step.statement()));
        }
        draft.put(
                PendingShardDdl.KIND,
                new PendingShardDdl(subtask.task(), subtask.source(), step.table(), step.after()));
        return Verdict.WAIT;
    }

    private OptimisticLockV8 lock(Draft draft, Step step) {
        OptimisticLockV8 lock = new OptimisticLockV8();
        for (Subtask other : draft.under(Subtask.KIND, step.subtask().task())) {
            for (TrackedTable tracked : tracker.tables(draft, other)) {
                Place place = new Place(other.source(), tracked.table());
                if (!place.equals(place(step))
                        && other.rules().target(tracked.table()).equals(step.target())) {
                    lock.know(place, MergedShape.of(tracked.structure()));
                    draft.find(
                                    PendingShardDdl.KIND,
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

    private static Place place(Step step) {
        return new Place(step.subtask().source(), step.table());
    }

    private static void releaseAll(Draft draft, Step step) {
        List.copyOf(draft.under(PendingShardDdl.KIND, step.subtask().task())).stream()
                .filter(put -> isMerged(step, put.table()))
                .forEach(put -> draft.remove(
                        PendingShardDdl.KIND,
                        put.task(),
                        put.source(),
                        put.table().schema(),
                        put.table().table()));
    }

    private static boolean isMerged(Step step, TableName table) {
        return step.subtask().rules().target(table).equals(step.target());
    }

    private static Optional<String> added(Step step) {
        return step.ddl().change() == DdlKind.ADD_COLUMN ? missing(step.after(), step.before()) : Optional.empty();
    }

    private static Optional<String> dropped(Step step) {
        return step.ddl().change() == DdlKind.DROP_COLUMN ? missing(step.before(), step.after()) : Optional.empty();
    }

    private static Optional<String> missing(TableStructure all, TableStructure some) {
        return all.columnNames().stream()
                .filter(name -> some.column(name).isEmpty())
                .findFirst();
    }

    private static boolean isDropped(Draft draft, Step step, String column) {
        Subtask subtask = step.subtask();
        TableName table = step.table();
        return draft.find(DroppedColumn.KIND, subtask.task(), subtask.source(), table.schema(), table.table(), column)
                .isPresent();
    }

    /** Stores a dropped column until the last shard has dropped it. */
    private static void keepDropped(Draft draft, Step step, String column, boolean skipped) {
        Subtask subtask = step.subtask();
        if (skipped) {
            draft.put(DroppedColumn.KIND, new DroppedColumn(subtask.task(), subtask.source(), step.table(), column));
            return;
        }
        List.copyOf(draft.under(DroppedColumn.KIND, subtask.task())).stream()
                .filter(kept -> kept.column().equals(column) && isMerged(step, kept.table()))
                .forEach(kept -> draft.remove(
                        DroppedColumn.KIND,
                        kept.task(),
                        kept.source(),
                        kept.table().schema(),
                        kept.table().table(),
                        column));
    }

    private static String lockId(Step step) {
        return step.subtask().task() + "-" + step.target().quoted();
    }

    /** Returns the worker's error for DM-master's rejection by the lock. */
    private static UnitFailure refused(Step step, DmError lock) {
        BinlogEvent event = step.event();
        List<String> ddls = DdlOperation.split(String.valueOf(event.statement()), event.schema()).stream()
                .map(ddl -> ddl.restore(step.subtask().rules()::target))
                .toList();
        return new UnitFailure(
                DmError.of(DmCode.SYNCER_SHARD_DDL_CONFLICT, ddls, lock).annotated(BinlogPlace.of(event)));
    }

    /** Wakes the subtasks that may wait for the target that this one has just changed. */
    @Override
    public void passed(Draft draft, Step step) {
        Subtask subtask = step.subtask();
        for (Subtask other : List.copyOf(draft.under(Subtask.KIND, subtask.task()))) {
            if (!other.source().equals(subtask.source()) && other.isAtWork() && other.unit() == Unit.SYNC) {
                draft.put(Subtask.KIND, other.withDue(draft.after(UnitDurations.SYNC_LAG)));
            }
        }
    }

    public void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(PendingShardDdl.KIND, subtask.task(), subtask.source());
        draft.removeUnder(DroppedColumn.KIND, subtask.task(), subtask.source());
    }
}
