package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
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
import java.util.Collections;
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
    private static final Set<String> OF_ONE_SHARD = Set.of("drop table", "truncate table", "drop database");

    private final Tracker tracker;
    private final PessimisticShards pessimistic;
    private final OptimisticShards optimistic;
    private final UnitTroubles troubles;

    SyncApplier(Tracker tracker, PessimisticShards pessimistic, OptimisticShards optimistic, UnitTroubles troubles) {
        this.tracker = tracker;
        this.pessimistic = pessimistic;
        this.optimistic = optimistic;
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
        for (Ddl ddl : Ddl.split(event.statement(), event.schema())) {
            List<String> blocking = ddl(draft, subtask, event, ddl, upstream, downstream);
            if (blocking != null) {
                return blocking;
            }
        }
        return null;
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
        changes.stream()
                .filter(change -> change.before() == null)
                .map(change -> Objects.requireNonNull(change.after()))
                .findFirst()
                .ifPresent(row -> troubles.inserting(draft, subtask, event, structure, row));
        changes.forEach(change -> write(downstream, target, event.columns(), change, safe));
    }

    private static String kind(RowChange change) {
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
            downstream.update(target, columns, before, after);
        } else if (before != null) {
            downstream.delete(target, columns, before);
        }
    }

    private @Nullable List<String> ddl(
            Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, Session upstream, Session downstream) {
        TableName table = ddl.tables().get(0);
        String statement = Objects.requireNonNull(event.statement());
        boolean wanted = ddl.tables().stream().allMatch(subtask.rules()::migrates);
        if (!wanted || subtask.rules().ignores(ddl.eventType(), table, statement)) {
            return null;
        }
        troubles.executing(draft, subtask, event, ddl);
        if (table.table().isEmpty() || subtask.config().shardMode() == ShardMode.NONE) {
            execute(draft, subtask, ddl, downstream);
            return null;
        }
        if (OF_ONE_SHARD.contains(ddl.eventType())) {
            follow(draft, subtask, ddl);
            return null;
        }
        if (ddl.eventType().equals("create table")) {
            execute(draft, subtask, ddl, downstream);
            return null;
        }
        if (subtask.config().shardMode() == ShardMode.PESSIMISTIC) {
            return pessimistic(draft, subtask, event, ddl, upstream, downstream);
        }
        return optimistic(draft, subtask, event, ddl, downstream);
    }

    private @Nullable List<String> pessimistic(
            Draft draft, Subtask subtask, BinlogEvent event, Ddl ddl, Session upstream, Session downstream) {
        TableName table = ddl.tables().get(0);
        Optional<ShardGroup> held = pessimistic.holding(draft, subtask, table);
        if (held.isPresent()) {
            draft.put(ShardGroup.KIND, held.get().defer(event.startPosition()));
            return null;
        }
        List<String> ddls = List.of(ddl.restore(subtask.rules()::target));
        troubles.sequencing(draft, subtask, event, table, ddls);
        String gtids = Objects.requireNonNull(subtask.sync()).gtids();
        switch (pessimistic.reach(draft, subtask, table, ddls, event, gtids)) {
            case SKIP -> {
                track(draft, subtask, ddl, downstream);
                return null;
            }
            case BLOCK -> {
                return ddls;
            }
            case EXECUTED -> {
                follow(draft, subtask, ddl);
                return goOn(draft, subtask, pessimistic.leave(draft, subtask, table), upstream, downstream);
            }
            case EXECUTE -> {
                track(draft, subtask, ddl, downstream);
                run(downstream, subtask, ddl);
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
        switch (optimistic.judge(draft, subtask, table, before, after.get(), downstream)) {
            case EXECUTE -> {
                run(downstream, subtask, ddl);
                follow(draft, subtask, ddl);
                optimistic.changed(draft, subtask);
            }
            case SKIP -> {
                follow(draft, subtask, ddl);
                optimistic.changed(draft, subtask);
            }
            case CONFLICT -> {
                if (Trait.CONFLICTS_WAIT.in(draft)) {
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
        if (!ddl.eventType().startsWith("create")
                && !ddl.tables().get(0).table().isEmpty()) {
            track(draft, subtask, ddl, downstream);
        } else if (!ddl.tables().get(0).table().isEmpty()) {
            follow(draft, subtask, ddl);
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

    /** The error of a transaction that the target refused, as the status shows it. */
    DmError failure(Draft draft, Subtask subtask, BinlogEvent event, DatabaseException e) {
        String statement;
        if (event.statement() != null) {
            statement = Ddl.split(event.statement(), event.schema()).stream()
                    .map(ddl -> ddl.restore(subtask.rules()::target))
                    .findFirst()
                    .orElse(event.statement());
        } else {
            statement = dml(subtask, event);
        }
        return DmError.of(10006, statement).annotated(BinlogPlace.of(event)).causedBy(Endpoints.text(draft, e));
    }

    private static String dml(Subtask subtask, BinlogEvent event) {
        String target = subtask.rules()
                .target(new TableName(event.schema(), event.table()))
                .quoted();
        List<String> columns = event.columns().stream().map(TableName::quote).toList();
        String kind =
                event.changes().isEmpty() ? "insert" : kind(event.changes().get(0));
        return switch (kind) {
            case "delete" -> "DELETE FROM " + target + " WHERE " + columns.get(0) + " = ? LIMIT 1";
            case "update" ->
                "UPDATE " + target + " SET " + String.join(" = ?, ", columns) + " = ? WHERE " + columns.get(0)
                        + " = ? LIMIT 1";
            default ->
                "INSERT INTO " + target + " (" + String.join(",", columns) + ") VALUES ("
                        + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        };
    }
}
