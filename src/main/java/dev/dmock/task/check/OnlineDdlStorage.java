package dev.dmock.task.check;

import dev.dmock.error.DmError;
import dev.dmock.space.Generation;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.world.sql.DatabaseError;
import dev.dmock.world.sql.TableName;
import java.nio.charset.StandardCharsets;

/**
 * The table downstream where DM keeps what tools for online schema change do. v8 makes it before it checks anything, if
 * the task has {@code enhance_online_schema_change}. Nothing of it can be seen through the API, so only what stands in
 * the way is told.
 */
final class OnlineDdlStorage {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SHOWN = 100;
    private static final String DEFINITION = """
             (
            \t\t\tid VARCHAR(32) NOT NULL,
            \t\t\tghost_schema VARCHAR(128) NOT NULL,
            \t\t\tghost_table VARCHAR(128) NOT NULL,
            \t\t\tddls text,
            \t\t\tupdate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            \t\t\tUNIQUE KEY uk_id_schema_table (id, ghost_schema, ghost_table)
            \t\t)""";

    private final String account;
    private final GrantList grants;
    private final TableName table;

    private OnlineDdlStorage(Instance instance) {
        SubtaskConfig part = instance.part();
        this.account = instance.downstream().account().name();
        this.grants = GrantList.of(instance.downstream());
        this.table = new TableName(part.metaSchema(), part.task() + "_onlineddl");
    }

    /**
     * Refuses a task whose account cannot make and read the table, or whose name is too long for it.
     *
     * @throws dev.dmock.error.DmException 10006, 10005
     */
    static void require(Instance instance) {
        OnlineDdlStorage storage = new OnlineDdlStorage(instance);
        storage.requireSchema();
        storage.requireTable();
        storage.requireReadable();
    }

    private void requireSchema() {
        String statement = "CREATE SCHEMA IF NOT EXISTS " + TableName.quote(table.schema());
        if (isTooLong(table.schema())) {
            throw failed(10006, statement, 1059, tooLong(table.schema()));
        }
        if (!grants.onSchema(Privilege.CREATE, table.schema())) {
            throw failed(
                    10006,
                    statement,
                    1044,
                    "Access denied for user '" + account + "'@'%' to database '" + table.schema() + "'");
        }
    }

    private void requireTable() {
        if (isTooLong(table.table())) {
            throw failed(
                    10006, "CREATE TABLE IF NOT EXISTS " + table.quoted() + DEFINITION, 1059, tooLong(table.table()));
        }
    }

    private static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }

    /** TiDB shows the beginning of a name only. */
    private static String tooLong(String name) {
        return "Identifier name '" + name.substring(0, Math.min(name.length(), LONGEST_SHOWN)) + "' is too long";
    }

    private void requireReadable() {
        if (!grants.on(Privilege.SELECT, table)) {
            throw failed(
                    10005,
                    "SELECT `ghost_schema`, `ghost_table`, `ddls` FROM " + table.quoted() + " WHERE `id`= ?",
                    1142,
                    "SELECT command denied to user '" + account + "'@'%' for table '" + table.table() + "'");
        }
    }

    private static RuntimeException failed(int code, String statement, int databaseCode, String text) {
        String cause = new DatabaseError(databaseCode, "42000", text).text(Generation.V8);
        return DmError.of(code, statement)
                .withScope("downstream")
                .causedBy(cause)
                .asException();
    }
}
