package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.CheckpointTable;
import dev.dmock.task.model.KnownStructure;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The structures of tables in a subtask's checkpoint (dm/syncer/checkpoint.go). */
@Component
class CheckpointTables {

    List<CheckpointTable> all(Draft draft, Subtask subtask) {
        return List.copyOf(draft.under(CheckpointTable.KIND, subtask.task(), subtask.source()));
    }

    Optional<CheckpointTable> find(Draft draft, Subtask subtask, TableName table) {
        return draft.find(CheckpointTable.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
    }

    /** Saves a table's structure after an event; null if the table is no longer tracked. */
    void save(Draft draft, Subtask subtask, TableName table, @Nullable KnownStructure known) {
        draft.put(CheckpointTable.KIND, pointOf(draft, subtask, table).save(known));
    }

    /** Stores a structure that a client sets. */
    void set(Draft draft, Subtask subtask, TableName table, KnownStructure known) {
        draft.put(
                CheckpointTable.KIND, pointOf(draft, subtask, table).save(known).flush());
    }

    private CheckpointTable pointOf(Draft draft, Subtask subtask, TableName table) {
        return find(draft, subtask, table)
                .orElseGet(() -> new CheckpointTable(subtask.task(), subtask.source(), table, null, null, null));
    }

    void remove(Draft draft, Subtask subtask, TableName table) {
        draft.remove(CheckpointTable.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
    }

    void removeSchema(Draft draft, Subtask subtask, String schema) {
        draft.removeUnder(CheckpointTable.KIND, subtask.task(), subtask.source(), schema);
    }

    void removeAll(Draft draft, String task, String source) {
        draft.removeUnder(CheckpointTable.KIND, task, source);
    }

    /** Flushes all tables except those that wait for a pessimistic shard DDL. */
    void flush(Draft draft, Subtask subtask) {
        Set<TableName> unresolved = unresolved(draft, subtask);
        for (CheckpointTable point : all(draft, subtask)) {
            if (!unresolved.contains(point.table())) {
                put(draft, point, point.flush());
            }
        }
    }

    private static Set<TableName> unresolved(Draft draft, Subtask subtask) {
        return draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source()).stream()
                .flatMap(group -> Stream.concat(group.reached().stream(), group.missing().stream()))
                .collect(Collectors.toSet());
    }

    /** Rolls back to the flushed structures. */
    void rollBack(Draft draft, Subtask subtask) {
        Set<TableName> waiting = draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source()).stream()
                .filter(group -> !group.reported())
                .flatMap(group -> group.reached().stream())
                .collect(Collectors.toSet());
        all(draft, subtask).forEach(point -> put(draft, point, point.rollBack(waiting.contains(point.table()))));
    }

    private static void put(Draft draft, CheckpointTable before, CheckpointTable after) {
        if (!after.equals(before)) {
            draft.put(CheckpointTable.KIND, after);
        }
    }
}
