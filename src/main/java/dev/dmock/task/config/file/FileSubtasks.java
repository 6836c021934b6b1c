package dev.dmock.task.config.file;

import static dev.dmock.task.config.file.FileChecks.present;
import static dev.dmock.task.config.file.FileChecks.require;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.TlsMaterial;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.DumpSettings;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SyncSettings;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskMode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the configurations of subtasks from a configuration file that has been checked, to list them as a task. As in
 * the real server, reading the rules changes them in the file where the case of names does not count.
 */
final class FileSubtasks {

    private static final List<String> UNITS = List.of("mydumper", "loader", "syncer");
    private static final int LONGEST_SOURCE = 32;

    private final FileSettings file;

    private FileSubtasks(FileSettings file) {
        this.file = file;
    }

    /** The subtasks of all sources, in order. */
    static List<SubtaskConfig> of(FileSettings file) {
        FileSubtasks subtasks = new FileSubtasks(file);
        List<FileSettings> instances = file.structs("mysql-instances").stream()
                .map(FileChecks::present)
                .toList();
        instances.forEach(subtasks::share);
        return instances.stream().map(subtasks::subtask).toList();
    }

    /** Settings of one source's units are not supported here: each unit gets the named ones, and there have to be some. */
    private void share(FileSettings instance) {
        for (String unit : UNITS) {
            String name = instance.text(unit + "-config-name");
            instance.put(unit, file.structsByName(unit + "s").get(name));
        }
    }

    private SubtaskConfig subtask(FileSettings instance) {
        String source = instance.text("source-id");
        String at = "source " + source;
        FileRules rules = new FileRules(file, instance);
        UNITS.forEach(unit -> present(instance.struct(unit)));
        require(
                source.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOURCE,
                DmError.of(DmCode.CONFIG_TOO_LONG_SOURCE_ID).annotated(at));
        require(
                instance.texts("column-mapping-rules").isEmpty(),
                DmError.of(DmCode.CONFIG_COLUMN_MAPPING_DEPRECATED).annotated(at));
        OnlineTableRules.check(file, at);
        rules.check(at);
        FileSettings dump = present(instance.struct("mydumper"));
        requireSize(dump.text("chunk-filesize"), at);
        FileSettings sync = present(instance.struct("syncer"));
        return new SubtaskConfig(
                file.text("name"),
                source,
                mode(),
                shardMode(),
                file.flag("strict-optimistic-shard-mode"),
                file.text("meta-schema"),
                file.flag("online-ddl"),
                file.flag("case-sensitive"),
                start(instance.struct("meta")),
                target(present(file.struct("target-database"))),
                rules.routes(),
                rules.filters(),
                rules.allowed(),
                new DumpSettings(dump.whole("threads"), dump.text("extra-args")),
                load(present(instance.struct("loader"))),
                new SyncSettings(sync.whole("worker-count"), sync.whole("batch")),
                file.texts("ignore-checking-items"));
    }

    /** The API has no modes apart from its three; whoever lists the task has to put in the file's. */
    private TaskMode mode() {
        return switch (file.text("task-mode")) {
            case "incremental" -> TaskMode.INCREMENTAL;
            case "all" -> TaskMode.ALL;
            default -> TaskMode.FULL;
        };
    }

    private ShardMode shardMode() {
        return switch (file.text("shard-mode")) {
            case "pessimistic" -> ShardMode.PESSIMISTIC;
            case "optimistic" -> ShardMode.OPTIMISTIC;
            default -> ShardMode.NONE;
        };
    }

    private static void requireSize(String text, String at) {
        require(
                text.isEmpty() || FileChecks.isSize(text),
                DmError.of(DmCode.CONFIG_INVALID_CHUNK_FILE_SIZE, text).annotated(at));
    }

    private static @Nullable BinlogStart start(@Nullable FileSettings meta) {
        return meta == null
                ? null
                : new BinlogStart(meta.text("binlog-name"), meta.whole("binlog-pos"), meta.text("binlog-gtid"));
    }

    private static TargetDatabase target(FileSettings target) {
        FileSettings security = target.struct("security");
        TlsMaterial tls = security == null
                ? null
                : new TlsMaterial(
                        pem(security, "ssl-ca-bytes"),
                        pem(security, "ssl-cert-bytes"),
                        pem(security, "ssl-key-bytes"),
                        security.texts("cert-allowed-cn"));
        return new TargetDatabase(
                target.text("host"), target.whole("port"), target.text("user"), target.text("password"), tls);
    }

    private static String pem(FileSettings security, String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<?> numbers = (List<?>) Objects.requireNonNull(security.get(key));
        new ArrayList<>(numbers).forEach(number -> bytes.write(((Long) number).intValue()));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static LoadSettings load(FileSettings load) {
        return new LoadSettings(
                load.whole("pool-size"),
                load.text("dir"),
                load.text("sorting-dir-physical"),
                load.text("import-mode"),
                load.text("on-duplicate-logical"),
                load.text("on-duplicate-physical"),
                load.whole("disk-quota-physical"),
                load.text("checksum-physical"),
                load.text("analyze"),
                load.whole("range-concurrency"),
                load.text("compress-kv-pairs"),
                load.text("pd-addr"));
    }
}
