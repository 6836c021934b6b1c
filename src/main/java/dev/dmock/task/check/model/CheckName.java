package dev.dmock.task.check.model;

import dev.dmock.version.Generation;
import java.util.Arrays;
import java.util.Optional;

/** The checks by their names, and what each says when it fails: v5.3's and v8.1's. Some exist in v8 only. */
public enum CheckName {
    DUMPER_CONNECTIONS(
            "dumper_conn_number_checker",
            "checked database's max_connections: 1 is less than the number dumper needs: 5",
            "You need to set a larger max_connection, or adjust the configuration of DM such as reducing the worker"
                    + " count of sycner and reducing the pool size of the dumper and loader."),
    LOADER_CONNECTIONS(
            "loader_conn_number_checker",
            "checked database's max_connections: 1 is less than the number loader needs: 17",
            "You need to set a larger max_connection, or adjust the configuration of DM such as reducing the worker"
                    + " count of sycner and reducing the pool size of the dumper and loader."),
    TARGET_PRIVILEGES(
            "target db privilege checker", "lack of Create global (*.*) privilege; ", MissingPrivileges.INSTRUCTION),
    VERSION("mysql_version", "version required at least 5.6.0 but got 5.5.62", "Please upgrade your database system"),
    DUMP_PRIVILEGES("source db dump privilege checker", "lack of RELOAD,Select privilege", "") {
        @Override
        String text(Generation generation) {
            return generation == Generation.V5 ? super.text(generation) : "lack of RELOAD global (*.*) privilege; ";
        }

        @Override
        String instruction(Generation generation) {
            return generation == Generation.V5
                    ? "GRANT RELOAD,Select ON *.* TO 'root'@'%';"
                    : "Please grant the required privileges to the account.";
        }
    },
    SERVER_ID(ServerSetting.SERVER_ID, "0"),
    BINLOG_ENABLE(ServerSetting.BINLOG_ENABLE, "OFF"),
    BINLOG_FORMAT(ServerSetting.BINLOG_FORMAT, "STATEMENT"),
    BINLOG_ROW_IMAGE(ServerSetting.BINLOG_ROW_IMAGE, "MINIMAL"),
    REPLICATION_PRIVILEGES("source db replication privilege checker", "lack of REPLICATION CLIENT privilege", "") {
        @Override
        String text(Generation generation) {
            return generation == Generation.V5
                    ? super.text(generation)
                    : "lack of REPLICATION CLIENT global (*.*) privilege; ";
        }

        @Override
        String instruction(Generation generation) {
            return generation == Generation.V5
                    ? "GRANT REPLICATION CLIENT ON *.* TO 'root'@'%';"
                    : "Grant the required privileges to the account.";
        }
    },
    ONLINE_DDL("online ddl checker", "your ddl is in pt/ghost online-ddl", ""),
    BINLOG_SCHEMAS(
            "binlog_do_db/binlog_ignore_db check",
            "these dbs [db1] are in binlog_ignore_db[db1]",
            "Ensure that the ignore_dbs does not contain the dbs you want to migrate"),
    META_POSITION(
            "meta position check",
            "ERROR 1236 (HY000): Could not find first log file name in binary log index file",
            ""),
    TABLE_STRUCTURE("table structure compatibility check", "primary/unique key does not exist", ""),
    SHARDING(
            "sharding table consistency checking",
            "column length mismatch (self: 2 vs other: 3)",
            "please set same table structure for sharding tables"),
    OPTIMISTIC_SHARDING("optimistic sharding table consistency checking", "incompatible mysql type", "");

    private static final String TABLE = " `.*`";

    private final String label;
    private final String text;
    private final String instruction;

    @SuppressWarnings("ImmutableEnumChecker") // null for checks of something else
    private final Optional<ServerSetting> setting;

    CheckName(String label, String text, String instruction) {
        this.label = label;
        this.text = text;
        this.instruction = instruction;
        this.setting = Optional.empty();
    }

    CheckName(ServerSetting setting, String wrongValue) {
        this.label = setting.checkName();
        this.text = setting.problem(wrongValue);
        this.instruction = "";
        this.setting = Optional.of(setting);
    }

    /** The name in the report, without the table that it may be about. */
    public String label() {
        return label;
    }

    /** The check of this name, with the table that it is about or without. */
    public static Optional<CheckName> of(String name) {
        String bare = name.replaceFirst(TABLE, "");
        return Arrays.stream(values()).filter(c -> c.label.equals(bare)).findFirst();
    }

    String text(Generation generation) {
        return text;
    }

    String instruction(Generation generation) {
        return setting.map(s -> s.instruction(generation)).orElse(instruction);
    }

    /** How the check ends when it fails; {@code problem} is empty for what it says most. */
    public CheckResult failing(Generation generation, String problem) {
        return CheckResult.failed(problem.isEmpty() ? text(generation) : problem)
                .instructing(instruction(generation));
    }
}
