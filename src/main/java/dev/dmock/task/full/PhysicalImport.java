package dev.dmock.task.full;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.model.ImportedKeys;
import dev.dmock.task.model.Subtask;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How v8 loads with {@code import_mode: physical}: everything is ingested, the later of two rows with a key wins, and only
 * then the load fails of it. Whoever starts it again means that this is all right, so that the next unit has its turn
 * (source of v8.1.0 and v8.5.7, lightning.go).
 */
final class PhysicalImport {

    private final LoadSettings settings;
    private final TableName conflicts;
    private boolean collided;
    private @Nullable DmError mismatch;

    PhysicalImport(Draft draft, Subtask subtask) {
        settings = subtask.config().load();
        conflicts = Lightning.conflicts(draft, subtask.config().metaSchema() + "_" + subtask.task());
    }

    /** Makes the table that conflicts are recorded in, if they are to be. */
    void begin(DatabaseSession downstream) {
        if (recordsConflicts()) {
            Lightning.makeConflicts(downstream, conflicts);
        }
    }

    private boolean recordsConflicts() {
        return settings.onDuplicatePhysical().equals("manual");
    }

    /**
     * Writes the rows of a table, beside those that are there.
     *
     * @param twice whether the first of them is to be taken as one that is there
     */
    void write(
            DatabaseSession downstream,
            TableName target,
            List<String> columns,
            List<List<@Nullable String>> rows,
            boolean twice) {
        TableStructure structure = downstream.structure(target);
        ImportedKeys keys = new ImportedKeys(structure);
        for (Row row : downstream.rows(target)) {
            keys.add(structure.columnNames(), row.values());
        }
        if (twice) {
            keys.add(columns, rows.get(0));
        }
        rows.forEach(row -> keys.add(columns, row));
        downstream.replace(target, columns, rows);
        if (keys.collide()) {
            collided = true;
            if (mismatch == null) {
                mismatch = DmError.of(
                        DmCode.LOAD_LIGHTNING_CHECKSUM, Long.toString(keys.written()), Long.toString(keys.kept()));
            }
        }
    }

    /** What the load ends with although everything is written; null if with nothing. */
    @Nullable
    DmError failure() {
        if (collided && recordsConflicts()) {
            return DmError.of(DmCode.LOAD_LIGHTNING_HAS_DUP, conflicts.schema(), conflicts.table());
        }
        return settings.checksum().equals("required") ? mismatch : null;
    }
}
