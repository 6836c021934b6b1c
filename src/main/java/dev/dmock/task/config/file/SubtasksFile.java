package dev.dmock.task.config.file;

import dev.dmock.source.Tls;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.DumpSettings;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SyncSettings;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
import dev.dmock.world.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a configuration file from the configurations of subtasks. Rules and settings that are the same are written once,
 * under names such as {@code route-01}. Verified against v8.1.0.
 */
final class SubtasksFile {

    private final Settings file = FileTypes.TASK.zero();
    private final Part<AllowRules> allowLists = new Part<>("balist", SubtasksFile::allowList);
    private final Part<RouteRule> routes = new Part<>("route", SubtasksFile::route);
    private final Part<FilterRule> filters = new Part<>("filter", SubtasksFile::filter);
    private final Part<DumpSettings> dumps = new Part<>("dump", SubtasksFile::dump);
    private final Part<LoadSettings> loads = new Part<>("load", SubtasksFile::load);
    private final Part<SyncSettings> syncs = new Part<>("sync", SubtasksFile::sync);
    private final Part<String> validators = new Part<>("validator", mode -> FileTypes.VALIDATOR.zero());

    private SubtasksFile() {}

    /** The file of a task; it is still to be checked and completed. */
    static Settings of(List<SubtaskConfig> subtasks) {
        SubtasksFile file = new SubtasksFile();
        file.task(subtasks.get(0));
        file.file.put("mysql-instances", subtasks.stream().map(file::instance).toList());
        file.file.put("block-allow-list", file.allowLists.byName);
        file.file.put("routes", file.routes.byName);
        file.file.put("filters", file.filters.byName);
        file.file.put("mydumpers", file.dumps.byName);
        file.file.put("loaders", file.loads.byName);
        file.file.put("syncers", file.syncs.byName);
        file.file.put("validators", file.validators.byName);
        return file.file;
    }

    private void task(SubtaskConfig any) {
        file.put("name", any.task());
        file.put("task-mode", any.mode().label());
        file.put("is-sharding", any.shardMode() != ShardMode.NONE);
        file.put("shard-mode", any.shardMode().label());
        file.put("strict-optimistic-shard-mode", any.strictOptimisticShardMode());
        file.put("ignore-checking-items", any.ignoreCheckingItems());
        file.put("meta-schema", any.metaSchema());
        file.put("case-sensitive", any.caseSensitive());
        file.put("online-ddl", any.onlineDdl());
        file.put("target-database", target(any.target()));
    }

    private Settings instance(SubtaskConfig subtask) {
        Settings instance = FileTypes.INSTANCE.zero();
        instance.put("source-id", subtask.source());
        instance.put("meta", meta(subtask.start()));
        instance.put("block-allow-list", allowLists.name(subtask.allowed()));
        instance.put("route-rules", subtask.routes().stream().map(routes::name).toList());
        instance.put(
                "filter-rules", subtask.filters().stream().map(filters::name).toList());
        instance.put("mydumper-config-name", dumps.name(subtask.dump()));
        instance.put("loader-config-name", loads.name(subtask.load()));
        instance.put("syncer-config-name", syncs.name(subtask.sync()));
        instance.put("validator-config-name", validators.name("none"));
        return instance;
    }

    private static @Nullable Settings meta(@Nullable BinlogStart start) {
        if (start == null) {
            return null;
        }
        Settings meta = FileTypes.META.zero();
        meta.put("binlog-name", start.file());
        meta.put("binlog-pos", start.position());
        meta.put("binlog-gtid", start.gtid());
        return meta;
    }

    private static Settings target(TargetDatabase target) {
        Settings database = FileTypes.DATABASE.zero();
        database.put("host", target.host());
        database.put("port", target.port());
        database.put("user", target.user());
        database.put("password", target.password());
        Tls tls = target.security();
        if (tls != null) {
            Settings security = FileTypes.SECURITY.zero();
            security.put("cert-allowed-cn", tls.allowedNames() == null ? List.of() : tls.allowedNames());
            security.put("ssl-ca-bytes", bytes(tls.caContent()));
            security.put("ssl-key-bytes", bytes(tls.keyContent()));
            security.put("ssl-cert-bytes", bytes(tls.certContent()));
            database.put("security", security);
        }
        return database;
    }

    private static List<Long> bytes(String text) {
        List<Long> numbers = new ArrayList<>();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            numbers.add((long) Byte.toUnsignedInt(one));
        }
        return numbers;
    }

    private static Settings allowList(AllowRules rules) {
        Settings list = FileTypes.ALLOW_LIST.zero();
        list.put("do-tables", rules.doTables().stream().map(SubtasksFile::table).toList());
        list.put("do-dbs", rules.doSchemas());
        list.put(
                "ignore-tables",
                rules.ignoreTables().stream().map(SubtasksFile::table).toList());
        list.put("ignore-dbs", rules.ignoreSchemas());
        return list;
    }

    private static Settings table(TableName name) {
        Settings table = FileTypes.TABLE.zero();
        table.put("db-name", name.schema());
        table.put("tbl-name", name.table());
        return table;
    }

    private static Settings route(RouteRule rule) {
        Settings route = FileTypes.ROUTE.zero();
        route.put("schema-pattern", rule.schemaPattern());
        route.put("table-pattern", rule.tablePattern());
        route.put("target-schema", rule.targetSchema());
        route.put("target-table", rule.targetTable());
        return route;
    }

    private static Settings filter(FilterRule rule) {
        Settings filter = FileTypes.FILTER.zero();
        filter.put("schema-pattern", rule.schemaPattern());
        filter.put("table-pattern", rule.tablePattern());
        filter.put("events", rule.events());
        filter.put("sql-pattern", rule.sqlPatterns() == null ? List.of() : rule.sqlPatterns());
        filter.put("action", "Ignore");
        return filter;
    }

    private static Settings dump(DumpSettings settings) {
        Settings dump = FileTypes.MYDUMPER.initial();
        dump.put("threads", settings.threads());
        dump.put("extra-args", settings.extraArgs());
        return dump;
    }

    private static Settings load(LoadSettings settings) {
        Settings load = FileTypes.LOADER.zero();
        load.put("pool-size", settings.poolSize());
        load.put("dir", settings.dir());
        load.put("sorting-dir-physical", settings.sortingDir());
        load.put("import-mode", settings.importMode());
        load.put("on-duplicate-logical", settings.onDuplicateLogical());
        load.put("on-duplicate-physical", settings.onDuplicatePhysical());
        load.put("disk-quota-physical", settings.diskQuota());
        load.put("checksum-physical", settings.checksum());
        load.put("analyze", settings.analyze());
        load.put("range-concurrency", settings.rangeConcurrency());
        load.put("compress-kv-pairs", settings.compressKvPairs());
        load.put("pd-addr", settings.pdAddr());
        return load;
    }

    private static Settings sync(SyncSettings settings) {
        Settings sync = FileTypes.SYNCER.initial();
        sync.put("worker-count", settings.workerCount());
        sync.put("batch", settings.batch());
        return sync;
    }

    /** One part of the file, whose entries get their names when they are first met. */
    private static final class Part<T> {

        private final String prefix;
        private final Function<T, Settings> form;
        private final Map<@Nullable T, String> names = new HashMap<>();
        private final Map<String, @Nullable Settings> byName = new LinkedHashMap<>();

        Part(String prefix, Function<T, Settings> form) {
            this.prefix = prefix;
            this.form = form;
        }

        String name(@Nullable T entry) {
            String known = names.get(entry);
            if (known != null) {
                return known;
            }
            String name = String.format(Locale.ROOT, "%s-%02d", prefix, names.size() + 1);
            names.put(entry, name);
            byName.put(name, entry == null ? null : form.apply(entry));
            return name;
        }
    }
}
