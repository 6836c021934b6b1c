package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.DdlKind;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.structure.LoggedStatement;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.model.BinlogPlace;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SyncState;
import dev.dmock.task.shard.PessimisticSharding;
import dev.dmock.task.shard.PessimisticSharding.Verdict;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies one binlog transaction downstream according to the task's rules. */
@Component
class SyncApplier {

    /** Operations on a whole shard, which do not apply to the target. */
    private static final Set<DdlKind> WHOLE_SHARD_KINDS =
            EnumSet.of(DdlKind.DROP_TABLE, DdlKind.TRUNCATE_TABLE, DdlKind.DROP_DATABASE);
    /** Operations that a shard may execute without waiting for the others. */
    private static final Set<DdlKind> INDEPENDENT_KINDS =
            EnumSet.of(DdlKind.CREATE_TABLE, DdlKind.CREATE_DATABASE, DdlKind.ALTER_DATABASE);

    private final SyncRows rows;
    private final SyncDdl ddls;
    private final PessimisticSharding pessimistic;
    private final OptimisticSync optimistic;
    private final SchemaTracker tracker;
    private final UnitFaultInjector faults;

    SyncApplier(
            SyncRows rows,
            SyncDdl ddls,
            SchemaTracker tracker,
            PessimisticSharding pessimistic,
            OptimisticSync optimistic,
            UnitFaultInjector faults) {
        this.rows = rows;
        this.ddls = ddls;
        this.tracker = tracker;
        this.pessimistic = pessimistic;
        this.optimistic = optimistic;
        this.faults = faults;
    }

    /**
     * Applies a transaction.
     *
     * @return null if the unit can continue; else the statements of the shard lock that blocks it
     * @throws DatabaseException if the target rejects it
     */
    @Nullable
    List<String> apply(
            Draft draft, Subtask subtask, BinlogEvent event, DatabaseSession upstream, DatabaseSession downstream) {
        if (event.statement() == null) {
            rows(draft, subtask, event, upstream, downstream);
            return null;
        }
        if (!draft.has(Trait.STATEMENTS_LEFT_OUT)) {
            requireReplicable(subtask, event, event.statement());
        }
        List<DdlOperation> parts = DdlOperation.split(event.statement(), event.schema());
        if (!parts.isEmpty()) {
            requireReadable(draft, event, event.statement());
        }
        List<DdlOperation> taken = new ArrayList<>();
        for (DdlOperation part : parts) {
            if (migrates(subtask, part)) {
                boolean leftOut = isLeftOut(draft, subtask, event.statement(), part, downstream);
                for (DdlOperation ddl : OnlineDdl.apply(draft, subtask, part, leftOut)) {
                    faults.executing(draft, subtask, event, ddl);
                    taken.add(ddl);
                }
            }
        }
        if (taken.isEmpty()) {
            return null;
        }
        if (subtask.config().shardMode() == ShardMode.NONE) {
            ddls.execute(draft, subtask, taken, downstream);
            parts.forEach(part -> OnlineDdl.finish(draft, subtask, part));
            return null;
        }
        List<DdlOperation> locked = new ArrayList<>();
        for (DdlOperation ddl : taken) {
            if (isLocked(subtask, ddl)) {
                locked.add(ddl);
            } else {
                List<String> blocking = ofShard(draft, subtask, event, ddl, downstream);
                if (blocking != null) {
                    return blocking;
                }
            }
        }
        return locked.isEmpty() ? null : pessimistic(draft, subtask, event, locked, upstream, downstream);
    }

    /**
     * Fails for a view in any schema, which DM treats as an unknown statement type, and for row
     * changes logged as statements.
     */
    private static void requireReplicable(Subtask subtask, BinlogEvent event, String sql) {
        LoggedStatement statement = LoggedStatement.read(sql, event.schema());
        if (statement.createsView()) {
            throw new UnitFailure(DmError.of(DmCode.UNKNOWN_TYPE_DDL, sql));
        }
        if (statement.changed().filter(subtask.rules()::migrates).isPresent()) {
            throw new UnitFailure(
                    DmError.of(DmCode.SYNC_UNIT_DML_STATEMENT_FOUND).annotated("query " + sql));
        }
    }

    /** Fails for a DDL that DM cannot parse; DM parses a DDL before it applies table rules. */
    private static void requireReadable(Draft draft, BinlogEvent event, String statement) {
        DdlOperation.fault(statement, draft.settings().api().generation()).ifPresent(fault -> {
            throw new UnitFailure(DmError.of(DmCode.SYNCER_PARSE_DDL, statement)
                    .annotated(BinlogPlace.of(event))
                    .causedBy(fault));
        });
    }

    private static boolean migrates(Subtask subtask, DdlOperation ddl) {
        return ddl.tables().stream().allMatch(t -> subtask.rules().migrates(OnlineDdl.realName(subtask, t)));
    }

    /** Tells whether a filter skips a DDL; the tracker follows it anyway. */
    private boolean isLeftOut(
            Draft draft, Subtask subtask, String statement, DdlOperation ddl, DatabaseSession downstream) {
        for (TableName table : ddl.tables()) {
            if (subtask.rules().ignores(ddl.eventType(), OnlineDdl.realName(subtask, table), statement)) {
                ddls.trackLeftOut(draft, subtask, ddl, table, downstream);
                return true;
            }
        }
        return false;
    }

    /** Tells whether a DDL waits for all shards of its target; all parts of one ALTER TABLE do. */
    private static boolean isLocked(Subtask subtask, DdlOperation ddl) {
        return subtask.config().shardMode() == ShardMode.PESSIMISTIC
                && !INDEPENDENT_KINDS.contains(ddl.change())
                && !WHOLE_SHARD_KINDS.contains(ddl.change());
    }

    private void rows(
            Draft draft, Subtask subtask, BinlogEvent event, DatabaseSession upstream, DatabaseSession downstream) {
        TableName table = new TableName(event.schema(), event.table());
        if (!subtask.rules().migrates(table) || OnlineDdl.skipsRows(subtask, table)) {
            return;
        }
        Optional<PessimisticShardGroup> held = subtask.config().shardMode() == ShardMode.PESSIMISTIC
                ? pessimistic.holding(draft, subtask, table)
                : Optional.empty();
        if (held.isPresent()) {
            draft.put(PessimisticShardGroup.KIND, held.get().defer(event.startPosition()));
        } else {
            rows.apply(draft, subtask, event, table, upstream, downstream);
        }
    }

    private @Nullable List<String> ofShard(
            Draft draft, Subtask subtask, BinlogEvent event, DdlOperation ddl, DatabaseSession downstream) {
        if (INDEPENDENT_KINDS.contains(ddl.change())) {
            ddls.execute(draft, subtask, List.of(ddl), downstream);
            return null;
        }
        if (WHOLE_SHARD_KINDS.contains(ddl.change())) {
            pessimistic.requireResolved(draft, subtask, ddl.tables().get(0));
            if (subtask.config().shardMode() == ShardMode.OPTIMISTIC) {
                ddls.track(draft, subtask, ddl, downstream);
            } else {
                tracker.left(draft, subtask, ddl);
            }
            return null;
        }
        return optimistic.apply(draft, subtask, event, ddl, downstream);
    }

    private @Nullable List<String> pessimistic(
            Draft draft,
            Subtask subtask,
            BinlogEvent event,
            List<DdlOperation> parts,
            DatabaseSession upstream,
            DatabaseSession downstream) {
        TableName table = parts.get(0).tables().get(0);
        Optional<PessimisticShardGroup> held = pessimistic.holding(draft, subtask, table);
        if (held.isPresent()) {
            draft.put(PessimisticShardGroup.KIND, held.get().defer(event.startPosition()));
            return null;
        }
        boolean introduced = draft.has(Trait.STRINGS_INTRODUCED);
        List<String> statements = parts.stream()
                .map(ddl -> (introduced ? ddl.withIntroducers() : ddl).restore(subtask.rules()::target))
                .toList();
        faults.sequencing(draft, subtask, event, table, statements);
        SyncState state = Objects.requireNonNull(subtask.sync());
        boolean byGtid = draft.get(Source.KIND, subtask.source()).enableGtid();
        String gtids = byGtid ? state.gtids() : "";
        boolean tracked = state.blockedBy().equals(statements);
        Verdict verdict = pessimistic.reach(draft, subtask, table, statements, event, gtids);
        if (!tracked) {
            parts.forEach(ddl -> ddls.track(draft, subtask, ddl, downstream));
            tracker.handled(draft, subtask, table);
        }
        switch (verdict) {
            case SKIP -> {
                return null;
            }
            case BLOCK -> {
                return statements;
            }
            case EXECUTE -> parts.forEach(ddl -> SyncDdl.run(draft, downstream, subtask, ddl));
            case EXECUTED -> {
                // the lock's owner executed it
            }
        }
        PessimisticShardGroup done = pessimistic.leave(draft, subtask, table);
        tracker.flush(draft, subtask);
        return applyDeferred(draft, subtask, done, upstream, downstream);
    }

    /** Applies the transactions that were deferred while other shards lacked the DDL. */
    private @Nullable List<String> applyDeferred(
            Draft draft,
            Subtask subtask,
            PessimisticShardGroup done,
            DatabaseSession upstream,
            DatabaseSession downstream) {
        if (done.deferred().isEmpty()) {
            return null;
        }
        BinlogPosition first = Collections.min(done.deferred());
        for (BinlogEvent event : upstream.eventsFrom(first)) {
            if (done.deferred().contains(event.startPosition())) {
                List<String> blocking = apply(draft, subtask, event, upstream, downstream);
                if (blocking != null) {
                    return blocking;
                }
            }
        }
        return null;
    }
}
