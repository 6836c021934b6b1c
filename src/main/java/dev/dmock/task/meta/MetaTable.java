package dev.dmock.task.meta;

import dev.dmock.sql.token.TableName;

/** A table that a task has in its meta schema; the statements are those that DM's errors show. */
public enum MetaTable {
    /** Progress of the load unit (v5). */
    LOADER_CHECKPOINT("loader_checkpoint", """
             (
            \tid char(32) NOT NULL,
            \tfilename varchar(255) NOT NULL,
            \tcp_schema varchar(128) NOT NULL,
            \tcp_table varchar(128) NOT NULL,
            \toffset bigint NOT NULL,
            \tend_pos bigint NOT NULL,
            \tcreate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
            \tupdate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            \tUNIQUE KEY uk_id_f (id,filename)
            );
            """),
    /** Progress of the load unit (v8). */
    LIGHTNING_CHECKPOINT("lightning_checkpoint_list", """
             (
            \t\ttask_name varchar(255) NOT NULL,
            \t\tsource_name varchar(255) NOT NULL,
            \t\tstatus varchar(10) NOT NULL DEFAULT 'init' COMMENT 'init,running,finished',
            \t\tPRIMARY KEY (task_name, source_name)
            \t);
            """),
    /** What tools for online schema change have announced. */
    ONLINE_DDL("onlineddl", """
             (
            \t\t\tid VARCHAR(32) NOT NULL,
            \t\t\tghost_schema VARCHAR(128) NOT NULL,
            \t\t\tghost_table VARCHAR(128) NOT NULL,
            \t\t\tddls text,
            \t\t\tupdate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            \t\t\tUNIQUE KEY uk_id_schema_table (id, ghost_schema, ghost_table)
            \t\t)"""),
    /** Pessimistic shard DDL under way. */
    SHARDING_META("syncer_sharding_meta", """
             (
            \t\tsource_id VARCHAR(32) NOT NULL COMMENT 'replica source id, defined in task.yaml',
            \t\ttarget_table_id VARCHAR(144) NOT NULL,
            \t\tsource_table_id  VARCHAR(144) NOT NULL,
            \t\tactive_index INT,
            \t\tis_global BOOLEAN,
            \t\tdata JSON,
            \t\tcreate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
            \t\tupdate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            \t\tUNIQUE KEY uk_source_id_table_id_source (source_id, target_table_id, source_table_id)
            \t)"""),
    /** Progress of the sync unit. */
    SYNCER_CHECKPOINT("syncer_checkpoint", """
             (
            \t\t\tid VARCHAR(32) NOT NULL,
            \t\t\tcp_schema VARCHAR(128) NOT NULL,
            \t\t\tcp_table VARCHAR(128) NOT NULL,
            \t\t\tbinlog_name VARCHAR(128),
            \t\t\tbinlog_pos INT UNSIGNED,
            \t\t\tbinlog_gtid TEXT,
            \t\t\texit_safe_binlog_name VARCHAR(128) DEFAULT '',
            \t\t\texit_safe_binlog_pos INT UNSIGNED DEFAULT 0,
            \t\t\texit_safe_binlog_gtid TEXT,
            \t\t\ttable_info JSON NOT NULL,
            \t\t\tis_global BOOLEAN,
            \t\t\tcreate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
            \t\t\tupdate_time timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            \t\t\tUNIQUE KEY uk_id_schema_table (id, cp_schema, cp_table)
            \t\t)""");

    private final String suffix;
    private final String definition;

    MetaTable(String suffix, String definition) {
        this.suffix = suffix;
        this.definition = definition;
    }

    /** The table of a task. */
    public TableName of(String metaSchema, String task) {
        return new TableName(metaSchema, task + "_" + suffix);
    }

    /** The statement that makes the table's schema. */
    public static String createSchema(String metaSchema) {
        return "CREATE SCHEMA IF NOT EXISTS " + TableName.quote(metaSchema);
    }

    /** The statement that reads what a subtask has in it. */
    public String select(String metaSchema, String task, String source) {
        String name = of(metaSchema, task).quoted();
        return switch (this) {
            case LOADER_CHECKPOINT -> "SELECT COUNT(id) FROM " + name + " WHERE `id` = ?";
            case LIGHTNING_CHECKPOINT -> "SELECT status FROM " + name + " WHERE `task_name` = ? AND `source_name` = ?";
            case ONLINE_DDL -> "SELECT `ghost_schema`, `ghost_table`, `ddls` FROM " + name + " WHERE `id`= ?";
            case SHARDING_META ->
                "SELECT `target_table_id`, `source_table_id`, `active_index`, `is_global`, `data` FROM " + name
                        + " WHERE `source_id`='" + source + "'";
            case SYNCER_CHECKPOINT ->
                "SELECT cp_schema, cp_table, binlog_name, binlog_pos, binlog_gtid, exit_safe_binlog_name,"
                        + " exit_safe_binlog_pos, exit_safe_binlog_gtid, table_info, is_global FROM " + name
                        + " WHERE id = ?";
        };
    }

    /** The statement that makes the table. */
    public String create(String metaSchema, String task) {
        return "CREATE TABLE IF NOT EXISTS " + of(metaSchema, task).quoted() + definition;
    }
}
