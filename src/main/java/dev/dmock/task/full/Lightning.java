package dev.dmock.task.full;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The checks of TiDB Lightning, the load unit of v8, and the objects that it leaves downstream. */
final class Lightning {

    private static final TableName CONFLICTS = new TableName("lightning_task_info", "conflict_records");
    private static final String CONFLICT_DEFINITION = " (task_id bigint NOT NULL, create_time datetime(6) NOT NULL,"
            + " table_name varchar(261) NOT NULL, index_name varchar(128) NOT NULL, key_data text NOT NULL,"
            + " row_data text NOT NULL, raw_key mediumblob NOT NULL, raw_value mediumblob NOT NULL,"
            + " raw_handle mediumblob NOT NULL, raw_row mediumblob NOT NULL, kv_type tinyint(1) NOT NULL,"
            + " KEY (task_id, table_name))";
    private static final String DEFINITION = " (task_id bigint NOT NULL, create_time datetime(6) NOT NULL,"
            + " table_name varchar(261) NOT NULL, path varchar(2048) NOT NULL, offset bigint NOT NULL,"
            + " error text NOT NULL, row_id bigint NOT NULL, row_data text NOT NULL, KEY (task_id, table_name))";

    private Lightning() {}

    /** Rejects duplicate settings for both import modes; the one for logical import always has a value. */
    static void checkSettings(LoadSettings settings) {
        if (!settings.isPhysical() && settings.onDuplicatePhysical().equals("manual")) {
            throw failure("[Lightning:Config:ErrInvalidConfig]tikv-importer.on-duplicate cannot be used with"
                    + " tikv-importer.duplicate-resolution");
        }
    }

    /** Rejects rows with columns that the target lacks. */
    static void requireColumns(List<String> columns, TableStructure target, String table) {
        List<String> known = target.columnNames();
        String unknown = columns.stream()
                .filter(column -> known.stream().noneMatch(column::equalsIgnoreCase))
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        if (!unknown.isEmpty()) {
            throw failure("[Lightning:Restore:ErrUnknownColumns]unknown columns in header (" + unknown + ") for table "
                    + table);
        }
    }

    private static UnitFailure failure(String cause) {
        return new UnitFailure(DmError.of(DmCode.LOAD_LIGHTNING_RUNTIME).causedBy(cause));
    }

    /** Creates the schema for conflict records before loading; Lightning never removes it. */
    static void begin(DatabaseSession downstream) {
        downstream.createSchemaIfMissing(CONFLICTS.schema());
        downstream.execute("", "CREATE TABLE IF NOT EXISTS " + CONFLICTS.quoted() + DEFINITION);
    }

    /** Returns the table for conflict records of physical import; its name contains a version number. */
    static TableName conflicts(Draft draft, String schema) {
        return new TableName(
                schema, draft.has(Trait.LIGHTNING_TABLES_KEYED) ? "conflict_error_v4" : "conflict_error_v3");
    }

    static void makeConflicts(DatabaseSession downstream, TableName table) {
        downstream.createSchemaIfMissing(table.schema());
        downstream.execute("", "CREATE TABLE IF NOT EXISTS " + table.quoted() + CONFLICT_DEFINITION);
    }
}
