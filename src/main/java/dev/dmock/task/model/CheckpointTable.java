package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The structure of an upstream table in the checkpoint of a subtask.
 *
 * @param saved the structure behind the last event of the table; null if the table was gone then
 * @param flushed the structure that was written downstream; null if none was
 * @param waiting the structure with a pessimistic shard DDL that other tables of the source lack, while the unit stands
 *     still; null if there is none
 */
public record CheckpointTable(
        String task,
        String source,
        TableName table,
        @Nullable KnownStructure saved,
        @Nullable KnownStructure flushed,
        @Nullable KnownStructure waiting) {

    public static final Kind<CheckpointTable> KIND = Kind.of(
            "tablePoint", CheckpointTable.class, p -> Key.of(p.task, p.source, p.table.schema(), p.table.table()));

    public CheckpointTable save(@Nullable KnownStructure known) {
        return new CheckpointTable(task, source, table, known, flushed, null);
    }

    public CheckpointTable flush() {
        return new CheckpointTable(task, source, table, saved, saved, null);
    }

    /**
     * What was not flushed is forgotten; a table that was gone stays gone.
     *
     * @param waits whether the table has a shard DDL that others lack: it comes to it again when the unit runs
     */
    public CheckpointTable rollBack(boolean waits) {
        return saved == null ? this : new CheckpointTable(task, source, table, flushed, flushed, waits ? saved : null);
    }
}
