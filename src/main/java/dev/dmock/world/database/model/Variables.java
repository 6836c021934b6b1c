package dev.dmock.world.database.model;

import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The global variables that DM reads, or that a user sets to prepare a database for DM. */
public final class Variables {

    private static final Map<String, String> MYSQL = Map.ofEntries(
            Map.entry("auto_increment_increment", "1"),
            Map.entry("auto_increment_offset", "1"),
            Map.entry("binlog_checksum", "CRC32"),
            Map.entry("binlog_format", "ROW"),
            Map.entry("binlog_row_image", "FULL"),
            Map.entry("binlog_rows_query_log_events", "OFF"),
            Map.entry("character_set_server", "latin1"),
            Map.entry("collation_server", "latin1_swedish_ci"),
            Map.entry("connect_timeout", "10"),
            Map.entry("enforce_gtid_consistency", "ON"),
            Map.entry("expire_logs_days", "0"),
            Map.entry("explicit_defaults_for_timestamp", "OFF"),
            Map.entry("foreign_key_checks", "ON"),
            Map.entry("gtid_mode", "ON"),
            Map.entry("innodb_lock_wait_timeout", "50"),
            Map.entry("interactive_timeout", "28800"),
            Map.entry("log_bin", "ON"),
            Map.entry("log_slave_updates", "ON"),
            Map.entry("lower_case_table_names", "0"),
            Map.entry("max_allowed_packet", "4194304"),
            Map.entry("max_binlog_size", "1073741824"),
            Map.entry("max_connections", "151"),
            Map.entry("net_read_timeout", "30"),
            Map.entry("net_write_timeout", "60"),
            Map.entry("read_only", "OFF"),
            Map.entry("sql_log_bin", "ON"),
            Map.entry("sql_mode", "NO_ENGINE_SUBSTITUTION"),
            Map.entry("sync_binlog", "0"),
            Map.entry("system_time_zone", "UTC"),
            Map.entry("time_zone", "SYSTEM"),
            Map.entry("tx_isolation", "REPEATABLE-READ"),
            Map.entry("version", "5.6.21-log"),
            Map.entry("version_comment", "MySQL Community Server (GPL)"),
            Map.entry("wait_timeout", "28800"));

    private static final Map<String, String> TIDB = Map.ofEntries(
            Map.entry("auto_increment_increment", "1"),
            Map.entry("auto_increment_offset", "1"),
            Map.entry("character_set_server", "utf8mb4"),
            Map.entry("collation_server", "utf8mb4_bin"),
            Map.entry("foreign_key_checks", "ON"),
            Map.entry("gtid_mode", "OFF"),
            Map.entry("innodb_lock_wait_timeout", "50"),
            Map.entry("log_bin", "OFF"),
            Map.entry("lower_case_table_names", "2"),
            Map.entry("max_allowed_packet", "67108864"),
            Map.entry("max_connections", "0"),
            Map.entry("read_only", "OFF"),
            Map.entry(
                    "sql_mode",
                    "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                            + "NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"),
            Map.entry("system_time_zone", "UTC"),
            Map.entry("tidb_enable_clustered_index", "ON"),
            Map.entry("tidb_restricted_read_only", "OFF"),
            Map.entry("tidb_super_read_only", "OFF"),
            Map.entry("tidb_skip_isolation_level_check", "OFF"),
            Map.entry("tidb_txn_mode", "pessimistic"),
            Map.entry("time_zone", "SYSTEM"),
            Map.entry("tx_isolation", "REPEATABLE-READ"),
            Map.entry("version", "8.0.11-TiDB-v8.1.0"),
            Map.entry("version_comment", "TiDB Server (Apache License 2.0) Community Edition, MySQL 8.0 compatible"),
            Map.entry("wait_timeout", "28800"));

    private static final Set<String> READ_ONLY = Set.of(
            "gtid_mode",
            "log_bin",
            "log_slave_updates",
            "lower_case_table_names",
            "server_uuid",
            "system_time_zone",
            "version",
            "version_comment",
            "explicit_defaults_for_timestamp",
            "enforce_gtid_consistency");

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "binlog_format", Set.of("ROW", "STATEMENT", "MIXED"),
            "binlog_row_image", Set.of("FULL", "MINIMAL", "NOBLOB"),
            "binlog_checksum", Set.of("NONE", "CRC32"));

    /** Transactions of other servers, executed before the binlog starts. */
    public static final String GTID_PURGED = "gtid_purged";

    private Variables() {}

    /** Returns a variable's value; null for an unknown variable. */
    public static @Nullable String get(Server server, String name) {
        String key = name.toLowerCase(Locale.ROOT);
        String set = server.variables().get(key);
        if (set != null) {
            return set;
        }
        return switch (key) {
            case "server_uuid" -> server.uuid();
            case "server_id" -> serverId(server.reachedAt());
            case "port" -> port(server.reachedAt());
            default -> (server.role().dialect() == Dialect.MYSQL ? MYSQL : TIDB).get(key);
        };
    }

    public static boolean isOn(Server server, String name) {
        String value = get(server, name);
        return "ON".equals(value) || "1".equals(value);
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    /** Returns the last digit of the port minus 5: 3306 is 1, 3307 is 2; 10 instead of 0. */
    private static String serverId(String address) {
        int id = Math.floorMod(Integer.parseInt(port(address)) - 5, 10);
        return String.valueOf(id == 0 ? 10 : id);
    }

    public static Server set(Server server, String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (get(server, key) == null) {
            throw unknown(name).asException();
        }
        if (READ_ONLY.contains(key)) {
            throw new DatabaseError(1238, "HY000", "Variable '" + key + "' is a read only variable").asException();
        }
        Map<String, String> all = new TreeMap<>(server.variables());
        all.put(key, allowed(key, value));
        if (key.equals("tidb_restricted_read_only") && "ON".equals(all.get(key))) {
            all.put("tidb_super_read_only", "ON");
        }
        return server.withVariables(all);
    }

    /** Returns the value to store; error 1231 for an invalid value. */
    public static String allowed(String key, String value) {
        String kept = normal(key, value);
        Set<String> allowed = ALLOWED.get(key);
        if (allowed != null && !allowed.contains(kept)) {
            throw new DatabaseError(
                            1231, "42000", "Variable '" + key + "' can't be set to the value of '" + value + "'")
                    .asException();
        }
        return kept;
    }

    /** Converts the names of enumerated values to upper case, as they are shown. */
    public static String normal(String key, String value) {
        boolean isWord = ALLOWED.containsKey(key)
                || value.equalsIgnoreCase("on")
                || value.equalsIgnoreCase("off")
                || key.equals("gtid_mode");
        return isWord ? value.toUpperCase(Locale.ROOT) : value;
    }

    public static DatabaseError unknown(String name) {
        return new DatabaseError(1193, "HY000", "Unknown system variable '" + name + "'");
    }
}
