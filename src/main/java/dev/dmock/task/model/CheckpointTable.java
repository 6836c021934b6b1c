package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import org.jspecify.annotations.Nullable;

/**
 * * The structure of an upstream table in the checkpoint of a subtask.
 *
 * @param saved the structure after the last event of the table; null if the table was dropped by then
 * @param flushed the structure that was flushed downstream; null if none was
 * @param waiting the structure after a pending pessimistic shard DDL while the unit is stopped; null if none is pending
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
     * Discards what was not flushed; a dropped table stays dropped.
     *
     * @param waits whether the table has a pending shard DDL, which the unit reads again when it runs
     */
    public CheckpointTable rollBack(boolean waits) {
        return saved == null ? this : new CheckpointTable(task, source, table, flushed, flushed, waits ? saved : null);
    }
}
