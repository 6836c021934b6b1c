package dev.dmock.task.config.file;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.error.ServerPanicException;
import dev.dmock.go.InvalidTextException;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.task.config.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What DM checks of a configuration file as such, in its order, and which defaults it fills in. Nothing is said about
 * whether sources exist. Verified against v8.1.0.
 */
final class FileChecks {

    private static final Set<String> MODES = Set.of("full", "incremental", "all", "dump", "load&sync");
    private static final Set<String> SHARD_MODES = Set.of("", "pessimistic", "optimistic");
    private static final Set<String> ONLINE_SCHEMES = Set.of("", "pt", "gh-ost");

    /** In the order in which they are read. */
    private static final List<String> EXPRESSIONS =
            List.of("insert-value-expr", "update-old-value-expr", "update-new-value-expr", "delete-value-expr");

    private final FileSettings file;
    private final CheckingItems items;

    private FileChecks(FileSettings file, CheckingItems items) {
        this.file = file;
        this.items = items;
    }

    /**
     * Checks a file and completes it in place.
     *
     * @throws DmException 20001, 20005, 20007, 20008, 20011, 20013, 20014, 20019 to 20021, 20023, 20024, 20026 to 20030,
     *     20032, 20033, 20038 to 20042, 20052 to 20056, 20060 to 20066, or code 0 for an amount of bytes
     */
    static void adjust(FileSettings file, CheckingItems items) {
        FileChecks checks = new FileChecks(file, items);
        checks.task();
        checks.expressions();
        file.structsByName("validators").values().forEach(UnitChecks::validator);
        FileReferences references = new FileReferences(file);
        references.check();
        checks.loaders();
        references.requireAllUsed();
        checks.timezone();
        file.put("enable-heartbeat", false);
    }

    private void task() {
        require(!file.text("name").isEmpty(), DmError.of(DmCode.CONFIG_NEED_UNIQUE_TASK_NAME));
        require(MODES.contains(file.text("task-mode")), DmError.of(DmCode.CONFIG_INVALID_TASK_MODE));
        fill(file, "meta-schema", "dm_meta");
        String shardMode = file.text("shard-mode");
        require(SHARD_MODES.contains(shardMode), DmError.of(DmCode.CONFIG_SHARD_MODE_NOT_SUPPORT, shardMode));
        if (file.flag("is-sharding")) {
            fill(file, "shard-mode", "pessimistic");
        }
        boolean strict = file.flag("strict-optimistic-shard-mode");
        require(
                !strict || file.text("shard-mode").equals("optimistic"),
                DmError.of(DmCode.CONFIG_STRICT_OPTIMISTIC_SHARD_MODE));
        require(file.structsByName("column-mappings").isEmpty(), DmError.of(DmCode.CONFIG_COLUMN_MAPPING_DEPRECATED));
        fill(file, "collation_compatible", "loose");
        String collation = file.text("collation_compatible");
        require(
                Set.of("loose", "strict").contains(collation),
                DmError.of(DmCode.COLLATION_COMPATIBLE_NOT_SUPPORT, collation));
        for (String item : file.texts("ignore-checking-items")) {
            require(items.isKnown(item), DmError.of(DmCode.CONFIG_CHECK_ITEM_NOT_SUPPORT, item, items.help()));
        }
        String scheme = file.text("online-ddl-scheme");
        require(ONLINE_SCHEMES.contains(scheme), DmError.of(DmCode.CONFIG_ONLINE_SCHEME_NOT_SUPPORT, scheme));
        file.put("online-ddl", file.flag("online-ddl") || !scheme.isEmpty());
        require(file.struct("target-database") != null, DmError.of(DmCode.CONFIG_NEED_TARGET_DB));
        require(!file.structs("mysql-instances").isEmpty(), DmError.of(DmCode.CONFIG_MY_SQL_INSTS_AT_LEAST_ONE));
    }

    private void expressions() {
        Map<String, @Nullable FileSettings> filters = file.structsByName("expression-filter");
        for (String name : GoKeys.sorted(filters.keySet())) {
            FileSettings filter = present(filters.get(name));
            require(!filter.text("schema").isEmpty(), DmError.of(DmCode.CONFIG_EXPR_FILTER_EMPTY_NAME, name, "schema"));
            require(!filter.text("table").isEmpty(), DmError.of(DmCode.CONFIG_EXPR_FILTER_EMPTY_NAME, name, "table"));
            EXPRESSIONS.forEach(key -> requireExpression(name, filter.text(key)));
            List<String> set = new ArrayList<>();
            String insert = filter.text("insert-value-expr");
            if (!insert.isEmpty()) {
                set.add("insert: [" + insert + "]");
            }
            String before = filter.text("update-old-value-expr");
            String after = filter.text("update-new-value-expr");
            if (!before.isEmpty() || !after.isEmpty()) {
                set.add("update (old value): [" + before + "] update (new value): [" + after + "]");
            }
            String delete = filter.text("delete-value-expr");
            if (!delete.isEmpty()) {
                set.add("delete: [" + delete + "]");
            }
            require(set.size() <= 1, DmError.of(DmCode.CONFIG_EXPR_FILTER_MANY_EXPR, name, set));
        }
    }

    private static void requireExpression(String name, String expression) {
        if (!expression.isEmpty()) {
            SqlParser.mistakeInExpression(expression).ifPresent(mistake -> {
                throw DmError.of(DmCode.CONFIG_EXPR_FILTER_WRONG_GRAMMAR, name, expression, mistake)
                        .asException();
            });
        }
    }

    /** Whether a text is an amount of bytes, or a bare number. */
    static boolean isSize(String text) {
        try {
            ByteSize.parse(text);
            return true;
        } catch (InvalidTextException e) {
            return false;
        }
    }

    private void loaders() {
        Map<String, @Nullable FileSettings> loaders = file.structsByName("loaders");
        for (String name : GoKeys.sorted(loaders.keySet())) {
            FileSettings loader = loaders.get(name);
            if (loader != null) {
                UnitChecks.loader(loader);
            }
        }
    }

    private void timezone() {
        String zone = file.text("timezone");
        if (zone.isEmpty()) {
            return;
        }
        require(
                !Set.of("SYSTEM", "Local").contains(zone),
                DmError.of(DmCode.CONFIG_INVALID_TIMEZONE).message("'SYSTEM' or 'Local' time_zone is not supported"));
        require(TimeZoneText.isZone(zone), DmError.of(DmCode.CONFIG_INVALID_TIMEZONE, zone));
    }

    /** Sets what is empty or zero. */
    static void fill(FileSettings settings, String key, Object value) {
        Object given = settings.get(key);
        if ("".equals(given) || Long.valueOf(0).equals(given)) {
            settings.put(key, value);
        }
    }

    static void require(boolean condition, DmError otherwise) {
        if (!condition) {
            throw otherwise.asException();
        }
    }

    /** What a name in the file stands for; DM does not expect that it may be nothing. */
    static FileSettings present(@Nullable FileSettings settings) {
        if (settings == null) {
            throw new ServerPanicException(ServerPanicException.NIL_POINTER);
        }
        return settings;
    }
}
