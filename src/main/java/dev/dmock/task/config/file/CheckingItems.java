package dev.dmock.task.config.file;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The items of the precheck that a configuration file may leave out, as DM describes them.
 *
 * @param emptyTables whether there is an item about tables downstream that have to be empty (v8.5)
 */
record CheckingItems(boolean emptyTables) {

    private static final String RULE = "************ supporting checking items ************\n";
    private static final Map<String, String> ITEMS = new LinkedHashMap<>();

    static {
        ITEMS.put("all", "all checking items");
        ITEMS.put("dump_privilege", "dump privileges of source DB checking item");
        ITEMS.put("replication_privilege", "replication privileges of source DB checking item");
        ITEMS.put("version", "MySQL/MariaDB version checking item");
        ITEMS.put("server_id", "server_id checking item");
        ITEMS.put("binlog_enable", "binlog enable checking item");
        ITEMS.put("binlog_format", "binlog format checking item");
        ITEMS.put("binlog_row_image", "binlog row image checking item");
        ITEMS.put("table_schema", "table schema compatibility checking item");
        ITEMS.put("schema_of_shard_tables", "consistent schema of shard tables checking item");
        ITEMS.put("auto_increment_ID", "conflict auto increment ID of shard tables checking item");
        ITEMS.put("online_ddl", "online ddl checking item");
        ITEMS.put("binlog_db", "binlog db checking item");
        ITEMS.put("meta_position", "meta position valid checking item");
        ITEMS.put("conn_number", "connection number checking item");
        ITEMS.put("target_privilege", "privileges of target DB checking item");
        ITEMS.put("empty_region", "physical import mode empty region checking item");
        ITEMS.put("region_distribution", "physical import mode region distribution checking item");
        ITEMS.put("downstream_version", "physical import mode downstream TiDB/PD/TiKV version checking item");
        ITEMS.put("free_space", "downstream free space checking item");
        ITEMS.put("downstream_mutex_features", "physical import mode downstream incompatible feature checking item");
    }

    private static final String EMPTY_TABLES = "downstream_table_empty";

    boolean isKnown(String item) {
        return ITEMS.containsKey(item) || (emptyTables && item.equals(EMPTY_TABLES));
    }

    /** The list in the error about an unknown item; the real server shuffles it. */
    String help() {
        StringBuilder help = new StringBuilder(RULE).append(" name:\t\tdescription\n");
        ITEMS.forEach(
                (name, text) -> help.append(name).append(":\t").append(text).append('\n'));
        if (emptyTables) {
            help.append(EMPTY_TABLES).append(":\tphysical import mode downstream table empty checking item\n");
        }
        return help.append(RULE).toString();
    }
}
