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
 * v8's load with {@code import_mode: physical}: it ingests everything, keeps the later of two rows with the same key,
 * and then fails with a conflict error. A restart accepts the conflict, and the next unit begins (source of v8.1.0 and
 * v8.5.7, lightning.go).
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

    /** Creates the table for conflict records if recording is enabled. */
    void begin(DatabaseSession downstream) {
        if (recordsConflicts()) {
            Lightning.makeConflicts(downstream, conflicts);
        }
    }

    private boolean recordsConflicts() {
        return settings.onDuplicatePhysical().equals("manual");
    }

    /**
     * Writes the rows of a table next to existing rows.
     *
     * @param twice whether to treat the first row as already existing
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

    /** Returns the error that the load ends with although everything is written; null if none. */
    @Nullable
    DmError failure() {
        if (collided && recordsConflicts()) {
            return DmError.of(DmCode.LOAD_LIGHTNING_HAS_DUP, conflicts.schema(), conflicts.table());
        }
        return settings.checksum().equals("required") ? mismatch : null;
    }
}
