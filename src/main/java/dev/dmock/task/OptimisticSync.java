package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.task.OptimisticShards.Step;
import dev.dmock.task.OptimisticShards.Verdict;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Repeats the DDL of tables that are merged in optimistic mode. */
@Component
class OptimisticSync {

    private final Tracker tracker;
    private final SyncDdl ddls;
    private final ShardLocks older;
    private final NewerShards newer;
    private final UnitTroubles troubles;

    OptimisticSync(Tracker tracker, SyncDdl ddls, ShardLocks older, NewerShards newer, UnitTroubles troubles) {
        this.tracker = tracker;
        this.ddls = ddls;
        this.older = older;
        this.newer = newer;
        this.troubles = troubles;
    }

    /** Repeats a DDL; null if the unit can go on, else the statements that it has to wait with. */
    @Nullable
    List<String> apply(Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, Session downstream) {
        troubles.joining(draft, subtask, event, ddl);
        TableName table = ddl.tables().get(0);
        TableStructure before = tracker.require(draft, subtask, table, downstream);
        Optional<TableStructure> after = SyncDdl.effect(draft, subtask, ddl, before);
        if (after.isEmpty()) {
            return null;
        }
        OptimisticShards shards = draft.has(Trait.CONFLICTS_WAIT) ? newer : older;
        Step step = new Step(subtask, event, ddl, before, after.get());
        Verdict verdict = shards.judge(draft, step);
        if (verdict == Verdict.WAIT) {
            return List.of();
        }
        if (verdict == Verdict.EXECUTE) {
            SyncDdl.run(draft, downstream, subtask, ddl);
        }
        ddls.follow(draft, subtask, ddl);
        tracker.handled(draft, subtask, table);
        tracker.flush(draft, subtask);
        shards.passed(draft, step);
        return null;
    }
}
