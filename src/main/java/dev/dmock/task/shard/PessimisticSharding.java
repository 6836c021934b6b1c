package dev.dmock.task.shard;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.PessimisticLock;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TableRules;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UpstreamTables;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogPosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shard DDL in pessimistic mode: a statement is executed downstream once, after all shards of the target in all sources
 * have reached it; a source whose tables have all reached it waits for the other sources.
 */
@Component
public class PessimisticSharding {

    private final UpstreamTables tables;

    PessimisticSharding(UpstreamTables tables) {
        this.tables = tables;
    }

    /**
     * Returns the group in which a table has already reached a DDL that other shards lack; later transactions of the
     * table are deferred.
     */
    public Optional<PessimisticShardGroup> holding(Draft draft, Subtask subtask, TableName table) {
        return groupOf(draft, subtask, subtask.rules().target(table))
                .filter(group -> group.reached().contains(table) && !group.reported());
    }

    /** The decision on a DDL. */
    public enum Verdict {
        /** Execute it downstream, then apply the deferred transactions. */
        EXECUTE,
        /** Another source has executed it; apply the deferred transactions. */
        EXECUTED,
        /** Skip it: other tables of the source lack it. */
        SKIP,
        /** Wait: other sources lack it. */
        BLOCK
    }

    /**
     * Records that a table has reached a DDL.
     *
     * @throws UnitFailure 36008 if another shard of the source reached a different DDL first
     */
    public Verdict reach(
            Draft draft, Subtask subtask, TableName table, List<String> ddls, BinlogEvent event, String gtids) {
        TableName target = subtask.rules().target(table);
        PessimisticShardGroup group =
                groupOf(draft, subtask, target).orElseGet(() -> begin(draft, subtask, target, ddls, event, gtids));
        if (!group.ddls().equals(ddls)) {
            throw new UnitFailure(DmError.of(
                    DmCode.SYNC_UNIT_DDL_WRONG_SEQUENCE,
                    item(event.startPosition(), gtids, ddls, table),
                    item(
                            group.first(),
                            group.firstGtids(),
                            group.ddls(),
                            group.reached().get(0))));
        }
        if (!group.reported()) {
            group = group.reach(table);
            draft.note(lock(group)
                    .change(
                            "missing " + (group.missing().size() + 1),
                            "missing " + group.missing().size())
                    .because(table.quoted() + ": " + String.join("; ", group.ddls())));
            if (!group.missing().isEmpty()) {
                draft.put(PessimisticShardGroup.KIND, group);
                return Verdict.SKIP;
            }
            draft.put(PessimisticShardGroup.KIND, group.report());
        }
        return operation(subtask, sync(draft, subtask, target, ddls));
    }

    private static String item(BinlogPosition first, String gtids, List<String> ddls, TableName table) {
        return "[first-location: position: " + first + ", gtid-set: " + gtids + " ddls: [" + String.join(" ", ddls)
                + "] source: " + table.quoted() + "]";
    }

    /** Reports the DDL to DM-master, which notifies the owner when all sources have reported it. */
    private static PessimisticLock sync(Draft draft, Subtask subtask, TableName target, List<String> ddls) {
        List<String> sources = draft.under(Subtask.KIND, subtask.task()).stream()
                .map(Subtask::source)
                .toList();
        PessimisticLock before = lockOf(draft, subtask, target)
                .orElseGet(() -> new PessimisticLock(
                        subtask.task(), target, subtask.source(), ddls, List.of(), List.of(), List.of()));
        PessimisticLock lock = before.sync(subtask.source(), ddls, sources);
        draft.put(PessimisticLock.KIND, lock);
        boolean ownerIsNext = lock.isSynced() && !lock.done().contains(lock.owner());
        if (ownerIsNext && !lock.owner().equals(subtask.source())) {
            wake(draft, subtask.task(), List.of(lock.owner()));
        }
        return lock;
    }

    /** Returns DM-master's instruction to the source. */
    private static Verdict operation(Subtask subtask, PessimisticLock lock) {
        boolean mine = lock.ready().contains(subtask.source());
        if (!mine || !lock.isSynced()) {
            return Verdict.BLOCK;
        }
        if (lock.owner().equals(subtask.source())) {
            return Verdict.EXECUTE;
        }
        return lock.done().contains(lock.owner()) ? Verdict.EXECUTED : Verdict.BLOCK;
    }

    private static void wake(Draft draft, String task, List<String> sources) {
        for (Subtask other : List.copyOf(draft.under(Subtask.KIND, task))) {
            if (sources.contains(other.source()) && other.isAtWork() && other.unit() == Unit.SYNC) {
                draft.put(Subtask.KIND, other.withDue(draft.after(UnitDurations.LOCK)));
            }
        }
    }

    private PessimisticShardGroup begin(
            Draft draft, Subtask subtask, TableName target, List<String> ddls, BinlogEvent event, String gtids) {
        return new PessimisticShardGroup(
                subtask.task(),
                subtask.source(),
                target,
                ddls,
                event.startPosition(),
                gtids,
                List.of(),
                shards(draft, subtask, target),
                false,
                List.of());
    }

    /** Returns the tables of a subtask's source that merge into a target. */
    private List<TableName> shards(Draft draft, Subtask subtask, TableName target) {
        TableRules rules = subtask.rules();
        return tables.of(draft, subtask).stream()
                .filter(table -> rules.target(table).equals(target))
                .toList();
    }

    private static Optional<PessimisticShardGroup> groupOf(Draft draft, Subtask subtask, TableName target) {
        return draft.find(
                PessimisticShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
    }

    private static Optional<PessimisticLock> lockOf(Draft draft, Subtask subtask, TableName target) {
        return draft.find(PessimisticLock.KIND, subtask.task(), target.schema(), target.table());
    }

    /** Closes the group after the source executed the DDL as the lock's owner, or skipped it. */
    public PessimisticShardGroup leave(Draft draft, Subtask subtask, TableName table) {
        TableName target = subtask.rules().target(table);
        PessimisticShardGroup own = groupOf(draft, subtask, target).orElseThrow();
        draft.remove(PessimisticShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
        PessimisticLock lock = lockOf(draft, subtask, target).orElseThrow().markDone(subtask.source());
        if (lock.owner().equals(subtask.source())) {
            draft.note(lock(own).change(null, "resolved").because(String.join("; ", own.ddls())));
            wake(draft, subtask.task(), lock.ready());
        }
        if (lock.isResolved()) {
            draft.remove(PessimisticLock.KIND, lock.task(), target.schema(), target.table());
        } else {
            draft.put(PessimisticLock.KIND, lock);
        }
        return own;
    }

    private static TimelineEntry lock(PessimisticShardGroup group) {
        return TimelineEntry.of(
                TimelineEntry.Event.LOCK,
                "task",
                group.task(),
                "source",
                group.source(),
                "target",
                group.target().quoted());
    }

    /**
     * Fails if a table or a schema is dropped while shards of its target wait for a DDL.
     *
     * @param what a table, or with table "" a schema
     */
    public void requireResolved(Draft draft, Subtask subtask, TableName what) {
        List<String> waiting = draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source()).stream()
                .flatMap(group -> Stream.concat(group.reached().stream(), group.missing().stream()))
                .filter(table -> what.table().isEmpty() ? table.schema().equals(what.schema()) : table.equals(what))
                .map(TableName::quoted)
                .toList();
        if (!waiting.isEmpty()) {
            throw new UnitFailure(DmError.of(DmCode.SYNC_UNIT_DROP_SCHEMA_TABLE_IN_SHARDING, waiting, "", ""));
        }
    }

    public void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(PessimisticShardGroup.KIND, subtask.task(), subtask.source());
    }
}
