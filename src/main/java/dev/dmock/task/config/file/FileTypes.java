package dev.dmock.task.config.file;

import dev.dmock.task.config.file.GoType.Field;
import dev.dmock.task.config.file.GoType.Flag;
import dev.dmock.task.config.file.GoType.Length;
import dev.dmock.task.config.file.GoType.ListOf;
import dev.dmock.task.config.file.GoType.MapOf;
import dev.dmock.task.config.file.GoType.PointerTo;
import dev.dmock.task.config.file.GoType.Size;
import dev.dmock.task.config.file.GoType.Struct;
import dev.dmock.task.config.file.GoType.Text;
import dev.dmock.task.config.file.GoType.Whole;
import java.math.BigInteger;
import java.util.Map;

/** What a task configuration file of DM v8.1.0 may contain, in the order in which DM writes it. */
final class FileTypes {

    private static final Text TEXT = new Text("string");
    private static final Flag FLAG = new Flag("bool");
    private static final Whole INT = signed("int", 64);
    private static final Whole UINT32 = unsigned("uint32", 32);
    private static final Whole UINT64 = unsigned("uint64", 64);
    private static final Length LENGTH = new Length("config.Duration");
    private static final ListOf TEXTS = ListOf.of(TEXT);
    private static final ListOf BYTES = ListOf.of(unsigned("uint8", 8));

    static final Struct MYDUMPER = Struct.of(
                    "config.rawMydumperConfig",
                    Field.of("mydumper-path", TEXT),
                    Field.of("threads", INT),
                    Field.of("chunk-filesize", TEXT),
                    Field.of("statement-size", UINT64),
                    Field.of("rows", UINT64),
                    Field.of("where", TEXT),
                    Field.of("skip-tz-utc", FLAG),
                    Field.of("extra-args", TEXT))
            .withDefaults(Map.of(
                    "mydumper-path", "./bin/mydumper", "threads", 4L, "chunk-filesize", "64", "skip-tz-utc", true));

    static final Struct LOADER = Struct.of(
                    "config.rawLoaderConfig",
                    Field.of("pool-size", INT),
                    Field.of("dir", TEXT),
                    Field.of("sorting-dir-physical", TEXT),
                    Field.of("import-mode", new Text("config.LoadMode")),
                    Field.of("on-duplicate", new Text("config.LogicalDuplicateResolveType")),
                    Field.of("on-duplicate-logical", new Text("config.LogicalDuplicateResolveType")),
                    Field.of("on-duplicate-physical", new Text("config.PhysicalDuplicateResolveType")),
                    Field.of("disk-quota-physical", new Size("config.ByteSize")),
                    Field.of("checksum-physical", new Text("config.PhysicalPostOpLevel")),
                    Field.of("analyze", new Text("config.PhysicalPostOpLevel")),
                    Field.of("range-concurrency", INT),
                    Field.of("compress-kv-pairs", TEXT),
                    Field.of("pd-addr", TEXT))
            .withDefaults(Map.of(
                    "pool-size", 16L,
                    "dir", "./dumped_data",
                    "import-mode", "logical",
                    "on-duplicate-logical", "replace"));

    static final Struct SYNCER = Struct.of(
                    "config.rawSyncerConfig",
                    Field.of("meta-file", TEXT),
                    Field.of("worker-count", INT),
                    Field.of("batch", INT),
                    Field.of("queue-size", INT),
                    Field.of("checkpoint-flush-interval", INT),
                    Field.of("compact", FLAG),
                    Field.of("multiple-rows", FLAG),
                    Field.of("max-retry", INT),
                    Field.of("auto-fix-gtid", FLAG),
                    Field.of("enable-gtid", FLAG),
                    Field.of("disable-detect", FLAG),
                    Field.of("safe-mode", FLAG),
                    Field.of("safe-mode-duration", TEXT),
                    Field.of("enable-ansi-quotes", FLAG))
            .withDefaults(Map.of(
                    "worker-count", 16L,
                    "batch", 100L,
                    "queue-size", 1024L,
                    "checkpoint-flush-interval", 30L,
                    "safe-mode-duration", "60s"));

    static final Struct VALIDATOR = Struct.of(
            "config.ValidatorConfig",
            Field.of("mode", TEXT),
            Field.of("worker-count", INT),
            Field.of("validate-interval", LENGTH),
            Field.of("check-interval", LENGTH),
            Field.of("row-error-delay", LENGTH),
            Field.of("meta-flush-interval", LENGTH),
            Field.of("batch-query-size", INT),
            Field.of("max-pending-row-size", TEXT),
            Field.of("max-pending-row-count", INT));

    static final Struct META = Struct.of(
            "config.Meta",
            Field.of("binlog-name", TEXT),
            Field.of("binlog-pos", UINT32),
            Field.of("binlog-gtid", TEXT));

    static final Struct INSTANCE = Struct.of(
            "config.MySQLInstance",
            Field.of("source-id", TEXT),
            Field.of("meta", new PointerTo(META)),
            Field.of("filter-rules", TEXTS),
            Field.of("column-mapping-rules", TEXTS),
            Field.of("route-rules", TEXTS),
            Field.of("expression-filters", TEXTS),
            Field.of("black-white-list", TEXT),
            Field.of("block-allow-list", TEXT),
            Field.of("mydumper-config-name", TEXT),
            Field.of("mydumper", new PointerTo(MYDUMPER)),
            Field.of("mydumper-thread", INT),
            Field.of("loader-config-name", TEXT),
            Field.of("loader", new PointerTo(LOADER)),
            Field.of("loader-thread", INT),
            Field.of("syncer-config-name", TEXT),
            Field.of("syncer", new PointerTo(SYNCER)),
            Field.of("syncer-thread", INT),
            Field.of("validator-config-name", TEXT));

    static final Struct SECURITY = Struct.of(
            "security.Security",
            Field.of("ssl-ca", TEXT),
            Field.of("ssl-cert", TEXT),
            Field.of("ssl-key", TEXT),
            Field.of("cert-allowed-cn", new ListOf("security.strArray", TEXT)),
            Field.of("ssl-ca-bytes", BYTES),
            Field.of("ssl-key-bytes", BYTES),
            Field.of("ssl-cert-bytes", BYTES),
            Field.of("ssl-ca-base64", TEXT),
            Field.of("ssl-key-base64", TEXT),
            Field.of("ssl-cert-base64", TEXT));

    static final Struct DATABASE = Struct.of(
            "dbconfig.DBConfig",
            Field.of("host", TEXT),
            Field.of("port", INT),
            Field.of("user", TEXT),
            Field.of("password", TEXT),
            Field.of("max-allowed-packet", new PointerTo(INT)),
            Field.of("session", new MapOf(TEXT)),
            Field.of("security", new PointerTo(SECURITY)));

    static final Struct ROUTE = Struct.of(
            "router.TableRule",
            new Field("extract-table", extractor("router.TableExtractor", "table-regexp"), true),
            new Field("extract-schema", extractor("router.SchemaExtractor", "schema-regexp"), true),
            new Field("extract-source", extractor("router.SourceExtractor", "source-regexp"), true),
            Field.of("schema-pattern", TEXT),
            Field.of("table-pattern", TEXT),
            Field.of("target-schema", TEXT),
            Field.of("target-table", TEXT));

    static final Struct FILTER = Struct.of(
            "filter.BinlogEventRule",
            Field.of("schema-pattern", TEXT),
            Field.of("table-pattern", TEXT),
            Field.of("events", ListOf.of(new Text("filter.EventType"))),
            Field.of("sql-pattern", TEXTS),
            Field.of("action", new Text("filter.ActionType")));

    private static final Struct COLUMN_MAPPING = Struct.of(
            "column.Rule",
            Field.of("schema-pattern", TEXT),
            Field.of("table-pattern", TEXT),
            Field.of("source-column", TEXT),
            Field.of("target-column", TEXT),
            Field.of("expression", new Text("column.Expr")),
            Field.of("arguments", TEXTS),
            Field.of("create-table-query", TEXT));

    private static final Struct EXPRESSION_FILTER = Struct.of(
            "config.ExpressionFilter",
            Field.of("schema", TEXT),
            Field.of("table", TEXT),
            Field.of("insert-value-expr", TEXT),
            Field.of("update-old-value-expr", TEXT),
            Field.of("update-new-value-expr", TEXT),
            Field.of("delete-value-expr", TEXT));

    static final Struct TABLE = Struct.of("filter.Table", Field.of("db-name", TEXT), Field.of("tbl-name", TEXT));

    static final Struct ALLOW_LIST = Struct.of(
            "filter.MySQLReplicationRules",
            Field.of("do-tables", ListOf.of(new PointerTo(TABLE))),
            Field.of("do-dbs", TEXTS),
            Field.of("ignore-tables", ListOf.of(new PointerTo(TABLE))),
            Field.of("ignore-dbs", TEXTS));

    private static final Struct EXPERIMENTAL = Struct.of(
            "struct { AsyncCheckpointFlush bool \"yaml:\\\"async-checkpoint-flush\\\" "
                    + "toml:\\\"async-checkpoint-flush\\\" json:\\\"async-checkpoint-flush\\\"\" }",
            Field.of("async-checkpoint-flush", FLAG));

    /** The file as a whole. Only its top level has its defaults before the file is read. */
    static final Struct TASK = Struct.of(
            "config.TaskConfig",
            Field.of("name", TEXT),
            Field.of("task-mode", TEXT),
            Field.of("is-sharding", FLAG),
            Field.of("shard-mode", TEXT),
            Field.of("strict-optimistic-shard-mode", FLAG),
            Field.of("ignore-checking-items", TEXTS),
            Field.of("meta-schema", TEXT),
            Field.of("enable-heartbeat", FLAG),
            Field.of("heartbeat-update-interval", INT),
            Field.of("heartbeat-report-interval", INT),
            Field.of("timezone", TEXT),
            Field.of("case-sensitive", FLAG),
            Field.of("collation_compatible", TEXT),
            Field.of("target-database", new PointerTo(DATABASE)),
            Field.of("mysql-instances", ListOf.of(new PointerTo(INSTANCE))),
            Field.of("online-ddl", FLAG),
            Field.of("shadow-table-rules", TEXTS),
            Field.of("trash-table-rules", TEXTS),
            Field.of("online-ddl-scheme", TEXT),
            Field.of("routes", named(ROUTE)),
            Field.of("filters", named(FILTER)),
            Field.of("column-mappings", named(COLUMN_MAPPING)),
            Field.of("expression-filter", named(EXPRESSION_FILTER)),
            Field.of("black-white-list", named(ALLOW_LIST)),
            Field.of("block-allow-list", named(ALLOW_LIST)),
            Field.of("mydumpers", named(MYDUMPER)),
            Field.of("loaders", named(LOADER)),
            Field.of("syncers", named(SYNCER)),
            Field.of("validators", named(VALIDATOR)),
            Field.of("clean-dump-file", FLAG),
            Field.of("ansi-quotes", FLAG),
            Field.of("remove-meta", FLAG),
            Field.of("experimental", EXPERIMENTAL));

    private static final Map<String, Object> DEFAULTS = Map.of(
            "meta-schema",
            "dm_meta",
            "heartbeat-update-interval",
            1L,
            "heartbeat-report-interval",
            10L,
            "clean-dump-file",
            true,
            "online-ddl",
            true,
            "collation_compatible",
            "loose");

    private FileTypes() {}

    /** What an empty file means. */
    static FileSettings emptyFile() {
        return TASK.withDefaults(DEFAULTS).initial();
    }

    private static MapOf named(Struct struct) {
        return new MapOf(new PointerTo(struct));
    }

    private static PointerTo extractor(String name, String expression) {
        return new PointerTo(Struct.of(name, Field.of("target-column", TEXT), Field.of(expression, TEXT)));
    }

    private static Whole signed(String name, int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        return new Whole(name, half.negate(), half.subtract(BigInteger.ONE));
    }

    private static Whole unsigned(String name, int bits) {
        return new Whole(name, BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }
}
