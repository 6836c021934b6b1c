package dev.dmock.task.sync;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.shard.OptimisticSharding;
import dev.dmock.task.shard.OptimisticSharding.Step;
import dev.dmock.task.shard.OptimisticSharding.Verdict;
import dev.dmock.task.shard.OptimisticShardingV5;
import dev.dmock.task.shard.OptimisticShardingV8;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the DDL of shards in optimistic mode. */
@Component
class OptimisticSync {

    private final SchemaTracker tracker;
    private final SyncDdl ddls;
    private final OptimisticShardingV5 older;
    private final OptimisticShardingV8 newer;
    private final UnitFaultInjector faults;

    OptimisticSync(
            SchemaTracker tracker,
            SyncDdl ddls,
            OptimisticShardingV5 older,
            OptimisticShardingV8 newer,
            UnitFaultInjector faults) {
        this.tracker = tracker;
        this.ddls = ddls;
        this.older = older;
        this.newer = newer;
        this.faults = faults;
    }

    /** Applies a DDL; returns null if the unit can continue, else the statements that block it. */
    @Nullable
    List<String> apply(Draft draft, Subtask subtask, BinlogEvent event, DdlOperation ddl, DatabaseSession downstream) {
        faults.joining(draft, subtask, event, ddl);
        TableName table = ddl.tables().get(0);
        TableStructure before = tracker.require(draft, subtask, table, downstream);
        Optional<TableStructure> after = SyncDdl.effect(draft, subtask, ddl, before);
        if (after.isEmpty()) {
            return null;
        }
        OptimisticSharding shards = draft.has(Trait.CONFLICTS_WAIT) ? newer : older;
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
