package dev.dmock.world.database.model;

import dev.dmock.sql.token.Dialect;
import java.util.List;

/** The built-in schemas of a server. */
public final class SystemSchemas {

    private static final List<String> MYSQL = List.of("information_schema", "mysql", "performance_schema");
    private static final List<String> TIDB =
            List.of("INFORMATION_SCHEMA", "METRICS_SCHEMA", "PERFORMANCE_SCHEMA", "mysql", "sys");

    private static final List<String> MYSQL_OWN_TABLES = List.of(
            "columns_priv",
            "db",
            "event",
            "func",
            "general_log",
            "help_category",
            "help_keyword",
            "help_relation",
            "help_topic",
            "innodb_index_stats",
            "innodb_table_stats",
            "ndb_binlog_index",
            "plugin",
            "proc",
            "procs_priv",
            "proxies_priv",
            "servers",
            "slave_master_info",
            "slave_relay_log_info",
            "slave_worker_info",
            "slow_log",
            "tables_priv",
            "time_zone",
            "time_zone_leap_second",
            "time_zone_name",
            "time_zone_transition",
            "time_zone_transition_type",
            "user");

    private SystemSchemas() {}

    /** Returns the tables of a system schema; known only for MySQL's {@code mysql}. */
    public static List<String> tables(Dialect dialect, String schema) {
        return dialect == Dialect.MYSQL && schema.equals("mysql") ? MYSQL_OWN_TABLES : List.of();
    }

    /** Returns the system schemas; SHOW DATABASES always lists the first of them first. */
    public static List<String> of(Dialect dialect) {
        return dialect == Dialect.MYSQL ? MYSQL : TIDB;
    }

    public static boolean has(Dialect dialect, String schema) {
        return of(dialect).stream().anyMatch(schema::equalsIgnoreCase);
    }
}
