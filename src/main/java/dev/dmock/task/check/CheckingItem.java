package dev.dmock.task.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What {@code ignore_checking_items} of a task can name (v8). Names that are none of these are not minded. */
enum CheckingItem {
    DUMP_PRIVILEGE("dump_privilege"),
    REPLICATION_PRIVILEGE("replication_privilege"),
    VERSION("version"),
    SERVER_ID("server_id"),
    BINLOG_ENABLE("binlog_enable"),
    BINLOG_FORMAT("binlog_format"),
    BINLOG_ROW_IMAGE("binlog_row_image"),
    TABLE_SCHEMA("table_schema"),
    SCHEMA_OF_SHARD_TABLES("schema_of_shard_tables"),
    /** Has no effect of its own: keys are looked at together with the structures. */
    AUTO_INCREMENT_ID("auto_increment_ID"),
    ONLINE_DDL("online_ddl"),
    BINLOG_DB("binlog_db"),
    META_POSITION("meta_position"),
    CONN_NUMBER("conn_number"),
    TARGET_PRIVILEGE("target_privilege"),
    EMPTY_REGION("empty_region"),
    REGION_DISTRIBUTION("region_distribution"),
    DOWNSTREAM_VERSION("downstream_version"),
    FREE_SPACE("free_space"),
    DOWNSTREAM_MUTEX_FEATURES("downstream_mutex_features");

    private static final String ALL = "all";

    private final String label;

    CheckingItem(String label) {
        this.label = label;
    }

    /** What is left to be checked. */
    static Set<CheckingItem> without(Collection<String> ignored) {
        Set<CheckingItem> left = EnumSet.noneOf(CheckingItem.class);
        if (!ignored.contains(ALL)) {
            Arrays.stream(values()).filter(i -> !ignored.contains(i.label)).forEach(left::add);
        }
        return left;
    }
}
