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
 * Shard DDL in pessimistic mode: a statement takes effect downstream once, when all tables that are merged into the
 * target have it, those of all sources; a source whose tables all have it waits for the others.
 */
@Component
public class PessimisticSharding {

    private final UpstreamTables tables;

    PessimisticSharding(UpstreamTables tables) {
        this.tables = tables;
    }

    /** The group in which a table already has a DDL that others lack: what comes next for it has to wait. */
    public Optional<PessimisticShardGroup> holding(Draft draft, Subtask subtask, TableName table) {
        return groupOf(draft, subtask, subtask.rules().target(table))
                .filter(group -> group.reached().contains(table) && !group.reported());
    }

    /** What is to be done about a DDL. */
    public enum Verdict {
        /** Execute it downstream, and go on with what was deferred. */
        EXECUTE,
        /** Others of the task have executed it; go on with what was deferred. */
        EXECUTED,
        /** Go on without it: other tables of the source lack it. */
        SKIP,
        /** Wait: other sources lack it. */
        BLOCK
    }

    /**
     * A table has come to a DDL.
     *
     * @throws UnitFailure 36008 if another table of the source and target came to another DDL first
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

    /** The source reports the DDL to DM-master; the owner is told when all sources have done so. */
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

    /** What DM-master tells the source to do. */
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

    /** The tables of a subtask's source that are merged into a target. */
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

    /** The source executed the DDL as the lock's owner, or skipped it: it is done with the group. */
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
     * Refuses that a table, or a schema, goes while shards of its target wait for a DDL.
     *
     * @param what a table; or with table "" a schema
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
