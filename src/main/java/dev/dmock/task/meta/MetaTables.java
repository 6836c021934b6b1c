package dev.dmock.task.meta;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.ArrayList;
import java.util.List;

/** Makes a task's tables in its meta schema, as units do when they are initialised. */
public final class MetaTables {

    private static final String INSERT = """
            INSERT INTO %s
            \t\t(id, cp_schema, cp_table, binlog_name, binlog_pos, binlog_gtid, exit_safe_binlog_name,\
             exit_safe_binlog_pos, exit_safe_binlog_gtid, table_info, is_global) VALUES
            \t\t(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            \t\tON DUPLICATE KEY UPDATE
            \t\t\tbinlog_name = VALUES(binlog_name),
            \t\t\tbinlog_pos = VALUES(binlog_pos),
            \t\t\tbinlog_gtid = VALUES(binlog_gtid),
            \t\t\texit_safe_binlog_name = VALUES(exit_safe_binlog_name),
            \t\t\texit_safe_binlog_pos = VALUES(exit_safe_binlog_pos),
            \t\t\texit_safe_binlog_gtid = VALUES(exit_safe_binlog_gtid),
            \t\t\ttable_info = VALUES(table_info),
            \t\t\tis_global = VALUES(is_global);
            \t""";

    private MetaTables() {}

    /** The table in which the load unit of a version keeps its progress. */
    public static MetaTable loadCheckpoint(Draft draft) {
        return draft.has(Trait.LOADS_BY_LIGHTNING) ? MetaTable.LIGHTNING_CHECKPOINT : MetaTable.LOADER_CHECKPOINT;
    }

    /** The tables of the sync unit in the order in which it makes them. */
    public static List<MetaTable> ofSync(SubtaskConfig config) {
        List<MetaTable> tables = new ArrayList<>();
        if (config.onlineDdl()) {
            tables.add(MetaTable.ONLINE_DDL);
        }
        if (config.shardMode() == ShardMode.PESSIMISTIC) {
            tables.add(MetaTable.SHARDING_META);
        }
        tables.add(MetaTable.SYNCER_CHECKPOINT);
        return tables;
    }

    /**
     * Makes a table and its schema unless they are there.
     *
     * @throws dev.dmock.error.DmException 10006 with the statement that the target refuses
     */
    public static void make(Draft draft, DatabaseSession target, SubtaskConfig config, MetaTable table) {
        boolean scoped = table != MetaTable.SYNCER_CHECKPOINT;
        String makesSchema = MetaTable.createSchema(config.metaSchema());
        String makesTable = table.create(config.metaSchema(), config.task());
        tell(
                draft,
                DmCode.DB_EXECUTE_FAILED,
                makesSchema,
                scoped && table != MetaTable.LIGHTNING_CHECKPOINT,
                () -> target.execute("", makesSchema));
        tell(draft, DmCode.DB_EXECUTE_FAILED, makesTable, scoped, () -> target.execute("", makesTable));
    }

    /**
     * Reads what a subtask has in a table; what is in it is kept elsewhere.
     *
     * @throws dev.dmock.error.DmException 10005 with the query that the target refuses
     */
    public static void read(Draft draft, DatabaseSession target, SubtaskConfig config, MetaTable table) {
        String query = table.select(config.metaSchema(), config.task(), config.source());
        tell(
                draft,
                DmCode.DB_QUERY_FAILED,
                query,
                table != MetaTable.LIGHTNING_CHECKPOINT,
                () -> target.requireReadable(table.of(config.metaSchema(), config.task())));
    }

    /**
     * Writes the checkpoint of the sync unit; what would be in it is kept elsewhere.
     *
     * @throws dev.dmock.error.DmException 10006 with the statement that the target refuses
     */
    public static void write(Draft draft, DatabaseSession target, SubtaskConfig config) {
        TableName table = MetaTable.SYNCER_CHECKPOINT.of(config.metaSchema(), config.task());
        tell(
                draft,
                DmCode.DB_EXECUTE_FAILED,
                INSERT.formatted(table.quoted()),
                false,
                () -> target.requireWritable(table));
    }

    /** Whether DM says of an error that it is the downstream's depends on the table. */
    private static void tell(Draft draft, DmCode code, String statement, boolean scoped, Runnable step) {
        try {
            step.run();
        } catch (DatabaseException e) {
            DmError error = DmError.of(code, statement)
                    .causedBy(e.error().text(draft.settings().api().generation()));
            throw (scoped ? error.withScope("downstream") : error).asException();
        }
    }
}
