package dev.dmock.task.config.file;

import dev.dmock.task.config.DumpSettings;
import dev.dmock.task.config.LoadSettings;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SyncSettings;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
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

    private final FileSettings file = FileTypes.TASK.zero();
    private final Part<AllowRules> allowLists = new Part<>("balist", FileForms::allowList);
    private final Part<RouteRule> routes = new Part<>("route", FileForms::route);
    private final Part<FilterRule> filters = new Part<>("filter", FileForms::filter);
    private final Part<DumpSettings> dumps = new Part<>("dump", FileForms::dump);
    private final Part<LoadSettings> loads = new Part<>("load", FileForms::load);
    private final Part<SyncSettings> syncs = new Part<>("sync", FileForms::sync);
    private final Part<String> validators = new Part<>("validator", mode -> FileTypes.VALIDATOR.zero());

    private SubtasksFile() {}

    /** The file of a task; it is still to be checked and completed. */
    static FileSettings of(List<SubtaskConfig> subtasks) {
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
        file.put("target-database", FileForms.target(any.target()));
    }

    private FileSettings instance(SubtaskConfig subtask) {
        FileSettings instance = FileTypes.INSTANCE.zero();
        instance.put("source-id", subtask.source());
        instance.put("meta", FileForms.meta(subtask.start()));
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

    /** One part of the file, whose entries get their names when they are first met. */
    private static final class Part<T> {

        private final String prefix;
        private final Function<T, FileSettings> form;
        private final Map<@Nullable T, String> names = new HashMap<>();
        private final Map<String, @Nullable FileSettings> byName = new LinkedHashMap<>();

        Part(String prefix, Function<T, FileSettings> form) {
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
