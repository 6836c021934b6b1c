package dev.dmock.task.check.table;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.GrantList;
import dev.dmock.task.check.model.Privilege;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.meta.MetaTable;
import dev.dmock.task.meta.MetaTables;
import dev.dmock.version.Generation;
import java.nio.charset.StandardCharsets;

/**
 * The table downstream where DM keeps what tools for online schema change do. v8 makes it before it checks anything, if
 * the task has {@code enhance_online_schema_change}.
 */
public final class OnlineDdlStorage {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SHOWN = 100;

    private final SubtaskConfig part;
    private final String account;
    private final GrantList grants;
    private final TableName table;

    private OnlineDdlStorage(CheckedInstance instance) {
        this.part = instance.part();
        this.account = instance.downstream().account().name();
        this.grants = GrantList.of(instance.downstream());
        this.table = MetaTable.ONLINE_DDL.of(part.metaSchema(), part.task());
    }

    /**
     * Makes the table; refuses a task whose account cannot make and read it, or whose name is too long for it.
     *
     * @throws DmException 10006, 10005
     */
    public static void make(Draft draft, CheckedInstance instance) {
        OnlineDdlStorage storage = new OnlineDdlStorage(instance);
        storage.requireSchema();
        storage.requireTable();
        MetaTables.make(draft, instance.downstream(), instance.part(), MetaTable.ONLINE_DDL);
        storage.requireReadable();
    }

    private void requireSchema() {
        String statement = MetaTable.createSchema(table.schema());
        if (isTooLong(table.schema())) {
            throw failed(DmCode.DB_EXECUTE_FAILED, statement, 1059, tooLong(table.schema()));
        }
        if (!grants.onSchema(Privilege.CREATE, table.schema())) {
            throw failed(
                    DmCode.DB_EXECUTE_FAILED,
                    statement,
                    1044,
                    "Access denied for user '" + account + "'@'%' to database '" + table.schema() + "'");
        }
    }

    private void requireTable() {
        if (isTooLong(table.table())) {
            throw failed(
                    DmCode.DB_EXECUTE_FAILED,
                    MetaTable.ONLINE_DDL.create(part.metaSchema(), part.task()),
                    1059,
                    tooLong(table.table()));
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
                    DmCode.DB_QUERY_FAILED,
                    "SELECT `ghost_schema`, `ghost_table`, `ddls` FROM " + table.quoted() + " WHERE `id`= ?",
                    1142,
                    "SELECT command denied to user '" + account + "'@'%' for table '" + table.table() + "'");
        }
    }

    private static RuntimeException failed(DmCode code, String statement, int databaseCode, String text) {
        String cause = new DatabaseError(databaseCode, "42000", text).text(Generation.V8);
        return DmError.of(code, statement)
                .withScope("downstream")
                .causedBy(cause)
                .asException();
    }
}
