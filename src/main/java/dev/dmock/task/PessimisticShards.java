package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Note;
import dev.dmock.world.database.BinlogEvent;
import dev.dmock.world.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shard DDL in pessimistic mode: a statement takes effect downstream once, when all tables that are merged into the
 * target have it, those of all sources; a source whose tables all have it waits for the others.
 */
@Component
class PessimisticShards {

    private final UpstreamTables tables;

    PessimisticShards(UpstreamTables tables) {
        this.tables = tables;
    }

    /** The group in which a table already has a DDL that others lack: what comes next for it has to wait. */
    Optional<ShardGroup> holding(Draft draft, Subtask subtask, TableName table) {
        return draft.find(
                        ShardGroup.KIND,
                        subtask.task(),
                        subtask.source(),
                        subtask.rules().target(table).schema(),
                        subtask.rules().target(table).table())
                .filter(group -> group.reached().contains(table) && !group.reported());
    }

    /** What is to be done about a DDL. */
    enum Verdict {
        /** Execute it downstream, and go on with what was deferred. */
        EXECUTE,
        /** Others of the task have executed it; go on with what was deferred. */
        EXECUTED,
        /** Go on without it: other tables of the source lack it. */
        SKIP,
        /** Wait: other sources lack it. */
        BLOCK
    }

    /** A table has come to a DDL. */
    Verdict reach(Draft draft, Subtask subtask, TableName table, List<String> ddls, BinlogEvent event, String gtids) {
        TableName target = subtask.rules().target(table);
        ShardGroup group = draft.find(
                        ShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table())
                .orElseGet(() -> begin(draft, subtask, target, ddls, event, gtids));
        if (group.resolved()) {
            return Verdict.EXECUTED;
        }
        if (group.reported()) {
            return Verdict.BLOCK;
        }
        group = group.reach(table);
        draft.note(lock(group)
                .change(
                        "missing " + (group.missing().size() + 1),
                        "missing " + group.missing().size())
                .because(table.quoted() + ": " + String.join("; ", group.ddls())));
        if (!group.missing().isEmpty()) {
            draft.put(ShardGroup.KIND, group);
            return Verdict.SKIP;
        }
        group = group.report();
        draft.put(ShardGroup.KIND, group);
        return everybodyHasIt(draft, subtask, group) ? Verdict.EXECUTE : Verdict.BLOCK;
    }

    private ShardGroup begin(
            Draft draft, Subtask subtask, TableName target, List<String> ddls, BinlogEvent event, String gtids) {
        List<TableName> members = shards(draft, subtask, target);
        return new ShardGroup(
                subtask.task(),
                subtask.source(),
                target,
                ddls,
                event.startPosition(),
                gtids,
                List.of(),
                members,
                false,
                false,
                List.of());
    }

    private boolean everybodyHasIt(Draft draft, Subtask subtask, ShardGroup group) {
        return draft.under(Subtask.KIND, subtask.task()).stream()
                .filter(other -> !other.source().equals(subtask.source()))
                .filter(other -> !shards(draft, other, group.target()).isEmpty())
                .allMatch(other -> groupOf(draft, other, group.target())
                        .filter(g -> g.reported() && g.ddls().equals(group.ddls()))
                        .isPresent());
    }

    /** The tables of a subtask's source that are merged into a target. */
    private List<TableName> shards(Draft draft, Subtask subtask, TableName target) {
        Rules rules = subtask.rules();
        return tables.of(draft, subtask).stream()
                .filter(table -> rules.target(table).equals(target))
                .toList();
    }

    private static Optional<ShardGroup> groupOf(Draft draft, Subtask subtask, TableName target) {
        return draft.find(ShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
    }

    /** The DDL was executed downstream: the other sources may go on, and this one is done with the group. */
    ShardGroup resolve(Draft draft, Subtask subtask, TableName table) {
        TableName target = subtask.rules().target(table);
        ShardGroup own = groupOf(draft, subtask, target).orElseThrow();
        draft.remove(ShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
        draft.note(lock(own).change(null, "resolved").because(String.join("; ", own.ddls())));
        for (Subtask other : List.copyOf(draft.under(Subtask.KIND, subtask.task()))) {
            groupOf(draft, other, target)
                    .filter(g -> g.reported() && !g.resolved())
                    .ifPresent(g -> {
                        draft.put(ShardGroup.KIND, g.resolve());
                        if (other.isAtWork()) {
                            draft.put(Subtask.KIND, other.withDue(draft.after(Timing.LOCK)));
                        }
                    });
        }
        return own;
    }

    private static Note lock(ShardGroup group) {
        return Note.of(
                Note.Event.LOCK,
                "task",
                group.task(),
                "source",
                group.source(),
                "target",
                group.target().quoted());
    }

    /** Another source executed the DDL: this one is done with the group. */
    ShardGroup leave(Draft draft, Subtask subtask, TableName table) {
        TableName target = subtask.rules().target(table);
        ShardGroup own = groupOf(draft, subtask, target).orElseThrow();
        draft.remove(ShardGroup.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
        return own;
    }

    /**
     * Refuses that a table, or a schema, goes while shards of its target wait for a DDL.
     *
     * @param what a table; or with table "" a schema
     */
    void requireResolved(Draft draft, Subtask subtask, TableName what) {
        List<String> waiting = draft.under(ShardGroup.KIND, subtask.task(), subtask.source()).stream()
                .filter(group -> !group.resolved())
                .flatMap(group -> Stream.concat(group.reached().stream(), group.missing().stream()))
                .filter(table -> what.table().isEmpty() ? table.schema().equals(what.schema()) : table.equals(what))
                .map(TableName::quoted)
                .toList();
        if (!waiting.isEmpty()) {
            throw new UnitFailure(DmError.of(36006, waiting, "", ""));
        }
    }

    void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(ShardGroup.KIND, subtask.task(), subtask.source());
    }
}
