package dev.dmock.task.config.file;

import dev.dmock.source.TlsMaterial;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.DumpSettings;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.config.SyncSettings;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a subtask's configuration in the form in which a configuration file has them. */
final class FileForms {

    private FileForms() {}

    static @Nullable FileSettings meta(@Nullable BinlogStart start) {
        if (start == null) {
            return null;
        }
        FileSettings meta = FileTypes.META.zero();
        meta.put("binlog-name", start.file());
        meta.put("binlog-pos", start.position());
        meta.put("binlog-gtid", start.gtid());
        return meta;
    }

    static FileSettings target(TargetDatabase target) {
        FileSettings database = FileTypes.DATABASE.zero();
        database.put("host", target.host());
        database.put("port", target.port());
        database.put("user", target.user());
        database.put("password", target.password());
        TlsMaterial tls = target.security();
        if (tls != null) {
            FileSettings security = FileTypes.SECURITY.zero();
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

    static FileSettings allowList(AllowRules rules) {
        FileSettings list = FileTypes.ALLOW_LIST.zero();
        list.put("do-tables", rules.doTables().stream().map(FileForms::table).toList());
        list.put("do-dbs", rules.doSchemas());
        list.put(
                "ignore-tables",
                rules.ignoreTables().stream().map(FileForms::table).toList());
        list.put("ignore-dbs", rules.ignoreSchemas());
        return list;
    }

    private static FileSettings table(TableName name) {
        FileSettings table = FileTypes.TABLE.zero();
        table.put("db-name", name.schema());
        table.put("tbl-name", name.table());
        return table;
    }

    static FileSettings route(RouteRule rule) {
        FileSettings route = FileTypes.ROUTE.zero();
        route.put("schema-pattern", rule.schemaPattern());
        route.put("table-pattern", rule.tablePattern());
        route.put("target-schema", rule.targetSchema());
        route.put("target-table", rule.targetTable());
        return route;
    }

    static FileSettings filter(FilterRule rule) {
        FileSettings filter = FileTypes.FILTER.zero();
        filter.put("schema-pattern", rule.schemaPattern());
        filter.put("table-pattern", rule.tablePattern());
        filter.put("events", rule.events());
        filter.put("sql-pattern", rule.sqlPatterns() == null ? List.of() : rule.sqlPatterns());
        filter.put("action", "Ignore");
        return filter;
    }

    static FileSettings dump(DumpSettings settings) {
        FileSettings dump = FileTypes.MYDUMPER.initial();
        dump.put("threads", settings.threads());
        dump.put("extra-args", settings.extraArgs());
        return dump;
    }

    static FileSettings load(LoadSettings settings) {
        FileSettings load = FileTypes.LOADER.zero();
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

    static FileSettings sync(SyncSettings settings) {
        FileSettings sync = FileTypes.SYNCER.initial();
        sync.put("worker-count", settings.workerCount());
        sync.put("batch", settings.batch());
        return sync;
    }
}
