package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.task.OptimisticLock.Verdict;
import dev.dmock.task.config.ShardMode;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.database.BinlogPosition;
import dev.dmock.world.database.RowChange;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Repeats one transaction of the binlog downstream, as the task's rules say. */
@Component
class SyncApplier {

    /** What TiDB says of a DDL whose effect is there already. */
    private static final Set<Integer> IN_EFFECT = Set.of(1007, 1008, 1050, 1060, 1061, 1091);
    /** What happens to a whole table of several that are merged does not happen to the target. */
    private static final Set<Ddl.Change> OF_ONE_SHARD =
            EnumSet.of(Ddl.Change.DROP_TABLE, Ddl.Change.TRUNCATE_TABLE, Ddl.Change.DROP_DATABASE);
    /** What each of several shards may do without the others. */
    private static final Set<Ddl.Change> OF_ANY_SHARD =
            EnumSet.of(Ddl.Change.CREATE_TABLE, Ddl.Change.CREATE_DATABASE, Ddl.Change.ALTER_DATABASE);

    private final Tracker tracker;
    private final PessimisticShards pessimistic;
    private final ShardLocks locks;
    private final NewerShards newerShards;
    private final UnitTroubles troubles;

    SyncApplier(
            Tracker tracker,
            PessimisticShards pessimistic,
            ShardLocks locks,
            NewerShards newerShards,
            UnitTroubles troubles) {
        this.tracker = tracker;
        this.pessimistic = pessimistic;
        this.locks = locks;
        this.newerShards = newerShards;
        this.troubles = troubles;
    }

    /**
     * Repeats a transaction.
     *
     * @return null if the unit can go on; else the statements of the shard lock that it has to wait for
     * @throws DatabaseException if the target refuses it
     */
    @Nullable
    List<String> apply(Draft draft, Subtask subtask, BinlogEvent event, Session upstream, Session downstream) {
        if (event.statement() == null) {
            rows(draft, subtask, event, downstream);
            return null;
        }
        List<Ddl> parts = Ddl.split(event.statement(), event.schema());
        if (!parts.isEmpty()) {
            requireReadable(draft, event, event.statement());
        }
        List<Ddl> locked = new ArrayList<>();
        for (Ddl ddl : parts) {
            if (!takes(subtask, event.statement(), ddl)) {
                continue;
            }
            troubles.executing(draft, subtask, event, ddl);
            if (isLocked(subtask, ddl)) {
                locked.add(ddl);
            } else {
                List<String> blocking = ddl(draft, subtask, event, ddl, downstream);
                if (blocking != null) {
                    return blocking;
                }
            }
        }
        return locked.isEmpty() ? null : pessimistic(draft, subtask, event, locked, upstream, downstream);
    }

    /** DM reads a DDL before it looks which table it is about. */
    private static void requireReadable(Draft draft, BinlogEvent event, String statement) {
        Ddl.fault(statement, draft.settings().api().generation()).ifPresent(fault -> {
            throw new UnitFailure(DmError.of(36067, statement)
                    .annotated(BinlogPlace.of(event))
                    .causedBy(fault));
        });
    }

    private static boolean takes(Subtask subtask, String statement, Ddl ddl) {
        Rules rules = subtask.rules();
        return ddl.tables().stream().allMatch(rules::migrates)
                && !rules.ignores(ddl.eventType(), ddl.tables().get(0), statement);
    }

    /** Whether a DDL has to wait until all that is merged into its target has it; all parts of one ALTER TABLE do. */
    private static boolean isLocked(Subtask subtask, Ddl ddl) {
        return subtask.config().shardMode() == ShardMode.PESSIMISTIC
                && !OF_ANY_SHARD.contains(ddl.change())
                && !OF_ONE_SHARD.contains(ddl.change());
    }

    private void rows(Draft draft, Subtask subtask, BinlogEvent event, Session downstream) {
        TableName table = new TableName(event.schema(), event.table());
        if (!subtask.rules().migrates(table)) {
            return;
        }
        Optional<ShardGroup> held = subtask.config().shardMode() == ShardMode.PESSIMISTIC
                ? pessimistic.holding(draft, subtask, table)
                : Optional.empty();
        if (held.isPresent()) {
            draft.put(ShardGroup.KIND, held.get().defer(event.startPosition()));
            return;
        }
        TableStructure structure = tracker.require(draft, subtask, table, downstream);
        TableName target = subtask.rules().target(table);
        Instant safeUntil = Objects.requireNonNull(subtask.sync()).safeUntil();
        boolean safe = draft.now().isBefore(safeUntil) || !event.at().isAfter(safeUntil);
        List<RowChange> changes = event.changes().stream()
                .filter(change -> !subtask.rules().ignores(kind(change), table, ""))
                .toList();
        if (!changes.isEmpty() && structure.columns().size() != event.columns().size()) {
            throw new UnitFailure(SyncErrors.columnCount(
                    event,
                    kind(changes.get(0)),
                    table,
                    target,
                    structure.columns().size()));
        }
        changes.stream()
                .filter(change -> change.before() == null)
                .map(change -> Objects.requireNonNull(change.after()))
                .findFirst()
                .ifPresent(row -> troubles.inserting(draft, subtask, event, structure, row));
        changes.forEach(change -> write(downstream, target, event.columns(), change, safe));
    }

    static String kind(RowChange change) {
        if (change.before() == null) {
            return "insert";
        }
        return change.after() == null ? "delete" : "update";
    }

    private static void write(
            Session downstream, TableName target, List<String> columns, RowChange change, boolean safe) {
        List<String> before = change.before();
        List<String> after = change.after();
        if (before == null && after != null) {
            if (safe) {
                downstream.replace(target, columns, List.of(after));
            } else {
                downstream.insert(target, columns, List.of(after));
            }
        } else if (before != null && after != null) {
            if (safe) {
                downstream.delete(target, columns, before);
                downstream.replace(target, columns, List.of(after));
            } else {
                downstream.update(target, columns, before, after);
            }
        } else if (before != null) {
            downstream.delete(target, columns, before);
        }
    }

    private @Nullable List<String> ddl(Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, Session downstream) {
        if (subtask.config().shardMode() == ShardMode.NONE || OF_ANY_SHARD.contains(ddl.change())) {
            execute(draft, subtask, ddl, downstream);
            return null;
        }
        if (OF_ONE_SHARD.contains(ddl.change())) {
            pessimistic.requireResolved(draft, subtask, ddl.tables().get(0));
            if (ddl.change() == Ddl.Change.DROP_TABLE) {
                follow(draft, subtask, ddl);
            }
            return null;
        }
        return optimistic(draft, subtask, event, ddl, downstream);
    }

    private @Nullable List<String> pessimistic(
            Draft draft, Subtask subtask, BinlogEvent event, List<Ddl> parts, Session upstream, Session downstream) {
        TableName table = parts.get(0).tables().get(0);
        Optional<ShardGroup> held = pessimistic.holding(draft, subtask, table);
        if (held.isPresent()) {
            draft.put(ShardGroup.KIND, held.get().defer(event.startPosition()));
            return null;
        }
        boolean introduced = Trait.STRINGS_INTRODUCED.in(draft);
        List<String> ddls = parts.stream()
                .map(ddl -> (introduced ? ddl.withIntroducers() : ddl).restore(subtask.rules()::target))
                .toList();
        troubles.sequencing(draft, subtask, event, table, ddls);
        boolean byGtid = draft.get(Source.KIND, subtask.source()).enableGtid();
        String gtids = byGtid ? Objects.requireNonNull(subtask.sync()).gtids() : "";
        switch (pessimistic.reach(draft, subtask, table, ddls, event, gtids)) {
            case SKIP -> {
                parts.forEach(ddl -> track(draft, subtask, ddl, downstream));
                return null;
            }
            case BLOCK -> {
                return ddls;
            }
            case EXECUTED -> {
                parts.forEach(ddl -> follow(draft, subtask, ddl));
                return goOn(draft, subtask, pessimistic.leave(draft, subtask, table), upstream, downstream);
            }
            case EXECUTE -> {
                parts.forEach(ddl -> {
                    track(draft, subtask, ddl, downstream);
                    run(downstream, subtask, ddl);
                });
                return goOn(draft, subtask, pessimistic.resolve(draft, subtask, table), upstream, downstream);
            }
        }
        throw new IllegalStateException("every verdict is dealt with");
    }

    /** Does what was deferred while other tables lacked the DDL. */
    private @Nullable List<String> goOn(
            Draft draft, Subtask subtask, ShardGroup done, Session upstream, Session downstream) {
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

    private @Nullable List<String> optimistic(
            Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, Session downstream) {
        troubles.joining(draft, subtask, event, ddl);
        TableName table = ddl.tables().get(0);
        TableStructure before = tracker.require(draft, subtask, table, downstream);
        Optional<TableStructure> after = effect(ddl, before);
        if (after.isEmpty()) {
            return null;
        }
        boolean newer = Trait.CONFLICTS_WAIT.in(draft);
        Verdict verdict = newer
                ? newerShards.judge(draft, subtask, event, ddl, before, after.get())
                : locks.judge(draft, subtask, table, before, after.get());
        switch (verdict) {
            case EXECUTE, RESOLVE, SKIP -> {
                if (verdict != Verdict.SKIP) {
                    run(downstream, subtask, ddl);
                }
                follow(draft, subtask, ddl);
                if (newer) {
                    NewerShards.changed(draft, subtask);
                } else {
                    locks.passed(draft, subtask, table, before, after.get());
                }
            }
            case PUT_OFF -> {
                return List.of();
            }
            case CONFLICT -> {
                if (newer) {
                    return List.of();
                }
                throw new UnitFailure(UnitTroubles.shardConflict(subtask, event, ddl));
            }
        }
        return null;
    }

    /** The structure with the DDL; empty if it had that effect before the table was known. */
    private static Optional<TableStructure> effect(Ddl ddl, TableStructure before) {
        try {
            return ddl.applyTo(before);
        } catch (DatabaseException e) {
            if (IN_EFFECT.contains(e.error().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void execute(Draft draft, Subtask subtask, Ddl ddl, Session downstream) {
        String schema = ddl.tables().get(0).schema();
        switch (ddl.change()) {
            case CREATE_DATABASE -> tracker.schemaMade(draft, subtask, schema);
            case DROP_DATABASE -> tracker.schemaGone(draft, subtask, schema);
            case CREATE_TABLE, DROP_TABLE -> {
                if (ddl.tables().size() > 1) {
                    tracker.copied(draft, subtask, ddl.tables(), downstream);
                } else {
                    follow(draft, subtask, ddl);
                }
            }
            case ALTER_DATABASE, TRUNCATE_TABLE -> {
                // changes no structure
            }
            default -> track(draft, subtask, ddl, downstream);
        }
        run(downstream, subtask, ddl);
    }

    /** Follows a DDL on a table that may not be known yet. */
    private void track(Draft draft, Subtask subtask, Ddl ddl, Session downstream) {
        tracker.require(draft, subtask, ddl.tables().get(0), downstream);
        follow(draft, subtask, ddl);
    }

    private void follow(Draft draft, Subtask subtask, Ddl ddl) {
        try {
            tracker.follow(draft, subtask, ddl);
        } catch (DatabaseException e) {
            if (!IN_EFFECT.contains(e.error().code())) {
                throw e;
            }
        }
    }

    /** Executes a DDL on the target; that its effect is there already is no harm. */
    private static void run(Session downstream, Subtask subtask, Ddl ddl) {
        try {
            downstream.execute("", ddl.restore(subtask.rules()::target));
        } catch (DatabaseException e) {
            if (!IN_EFFECT.contains(e.error().code())) {
                throw e;
            }
        }
    }
}
