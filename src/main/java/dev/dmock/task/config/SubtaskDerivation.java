package dev.dmock.task.config;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.go.InvalidTextException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the configurations of a task's subtasks, one for each source, as POST and PUT of tasks and the converters do.
 * Sources are worked on in the order of posting, and the first error found is reported. Verified against v5.3.0 and
 * v8.1.0.
 */
public final class SubtaskDerivation {

    private static final long UNSIGNED = 0xffff_ffffL;

    private final ConfigPolicy policy;

    public SubtaskDerivation(ConfigPolicy policy) {
        this.policy = policy;
    }

    /**
     * The task with its meta schema filled in, as DM-master takes and echoes it.
     *
     * @throws DmException 49001 for a value of {@code on_duplicate} that the version does not support
     */
    public TaskConfig adjust(TaskConfig task) {
        if (!policy.onDuplicate().isEmpty() && !policy.onDuplicate().contains(task.onDuplicate())) {
            throw DmError.of(DmCode.OPEN_API_COMMON, "`on_duplicate` only supports `error` for now.")
                    .asException();
        }
        return task.metaSchema() == null ? task.withMetaSchema(policy.defaultMetaSchema()) : task;
    }

    /**
     * The configurations of all of the task's sources; nothing is said about whether they exist.
     *
     * @param caseSensitive whether a source's upstream tells names apart by their case
     * @throws DmException 49001, 20004, 20033, 20066, 20044, 20045, 20037, or code 0 for a disk quota
     */
    public List<SubtaskConfig> derive(TaskConfig task, Predicate<String> caseSensitive) {
        return task.sourcesOrNone().stream()
                .map(entry -> derive(task, entry, policy.names().caseSensitive(caseSensitive.test(entry.source()))))
                .toList();
    }

    private SubtaskConfig derive(TaskConfig task, SourceEntry entry, boolean caseSensitive) {
        FullSettings full = Objects.requireNonNullElse(task.full(), FullSettings.NONE);
        IncrementalSettings incremental = Objects.requireNonNullElse(task.incremental(), IncrementalSettings.NONE);
        long diskQuota = diskQuota(full);
        SourceRules posted = SourceRules.of(task, entry.source(), policy);
        String at = "source name " + entry.source();
        if (task.name().isEmpty()) {
            throw DmError.of(DmCode.CONFIG_TASK_NAME_EMPTY).annotated(at).asException();
        }
        ShardMode shardMode = shardMode(task, at);
        SourceRules rules = posted.checked(policy, caseSensitive, at);
        TaskMode mode = TaskMode.ofLabel(task.mode());
        return new SubtaskConfig(
                task.name(),
                entry.source(),
                mode,
                shardMode,
                Boolean.TRUE.equals(task.strictOptimisticShardMode()),
                metaSchema(task),
                task.onlineDdl(),
                caseSensitive,
                start(entry),
                task.target(),
                rules.routes(),
                rules.filters(),
                rules.allowed(),
                DumpSettings.DEFAULT.with(full),
                load(task.name(), mode, full, diskQuota),
                SyncSettings.DEFAULT.with(incremental),
                Objects.requireNonNullElse(task.ignoreCheckingItems(), List.of()));
    }

    private static long diskQuota(FullSettings full) {
        try {
            return full.diskQuota() == null ? 0 : ByteSize.parse(full.diskQuota());
        } catch (InvalidTextException e) {
            throw DmError.plain(String.valueOf(e.getMessage())).asException();
        }
    }

    private static ShardMode shardMode(TaskConfig task, String at) {
        String label = Objects.requireNonNullElse(task.shardMode(), "");
        ShardMode mode = ShardMode.ofLabel(label)
                .orElseThrow(() -> DmError.of(DmCode.CONFIG_SHARD_MODE_NOT_SUPPORT, label)
                        .annotated(at)
                        .asException());
        if (Boolean.TRUE.equals(task.strictOptimisticShardMode()) && mode != ShardMode.OPTIMISTIC) {
            throw DmError.of(DmCode.CONFIG_STRICT_OPTIMISTIC_SHARD_MODE)
                    .annotated(at)
                    .asException();
        }
        return mode;
    }

    /** The schema downstream in which DM keeps what it has to know of the task. */
    public String metaSchema(TaskConfig task) {
        String own = policy.ownMetaSchema() ? task.metaSchema() : null;
        return own == null || own.isEmpty() ? policy.defaultMetaSchema() : own;
    }

    private static @Nullable BinlogStart start(SourceEntry entry) {
        if (entry.binlogName() == null && entry.binlogPos() == null && entry.binlogGtid() == null) {
            return null;
        }
        return new BinlogStart(
                Objects.requireNonNullElse(entry.binlogName(), ""),
                Objects.requireNonNullElse(entry.binlogPos(), 0L) & UNSIGNED,
                Objects.requireNonNullElse(entry.binlogGtid(), ""));
    }

    private LoadSettings load(String task, TaskMode mode, FullSettings full, long diskQuota) {
        LoadSettings defaults = LoadSettings.DEFAULT;
        long threads = Objects.requireNonNullElse(full.importThreads(), defaults.poolSize());
        String dir = Objects.requireNonNullElse(full.dataDir(), defaults.dir());
        LoadDirectory directory = LoadDirectory.of(task, mode.copies() && !policy.selectors(), dir);
        return new LoadSettings(
                threads == 0 && !policy.selectors() ? defaults.poolSize() : threads,
                directory.listed(),
                orDefault(full.sortingDir(), directory.sorting()),
                orDefault(full.importMode(), defaults.importMode()),
                orDefault(full.onDuplicateLogical(), defaults.onDuplicateLogical()),
                orDefault(full.onDuplicatePhysical(), defaults.onDuplicatePhysical()),
                diskQuota,
                orDefault(full.checksum(), defaults.checksum()),
                orDefault(full.analyze(), defaults.analyze()),
                Objects.requireNonNullElse(full.rangeConcurrency(), defaults.rangeConcurrency()),
                Objects.requireNonNullElse(full.compressKvPairs(), defaults.compressKvPairs()),
                Objects.requireNonNullElse(full.pdAddr(), defaults.pdAddr()));
    }

    private static String orDefault(@Nullable String given, String otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }
}
