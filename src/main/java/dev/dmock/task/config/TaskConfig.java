package dev.dmock.task.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task as a client means it (POST tasks, templates, converters): a superset of both generations of the API. What was
 * not given is null, apart from what was given empty: answers repeat what was posted. Values are as they were posted,
 * checked by the request layer or, in templates, by nobody; {@link SubtaskConfig} has them checked.
 *
 * @param mode {@code full}, {@code incremental} or {@code all}
 * @param shardMode {@code pessimistic}, {@code optimistic}, or null
 * @param onlineDdl {@code enhance_online_schema_change}
 * @param filters binlog filters by the names that rules use
 * @param rules {@code table_migrate_rule}; null only in a template that was put without them
 * @param sources {@code source_conf}; null only in a template that was put without it
 */
public record TaskConfig(
        String name,
        String mode,
        @Nullable String shardMode,
        @Nullable Boolean strictOptimisticShardMode,
        @Nullable String metaSchema,
        boolean onlineDdl,
        String onDuplicate,
        TargetDatabase target,
        @Nullable Map<String, EventFilter> filters,
        @Nullable List<MigrateRule> rules,
        @Nullable FullSettings full,
        @Nullable IncrementalSettings incremental,
        @Nullable List<SourceEntry> sources,
        @Nullable List<String> ignoreCheckingItems) {

    public TaskConfig {
        filters = filters == null ? null : Collections.unmodifiableMap(new TreeMap<>(filters));
        rules = rules == null ? null : List.copyOf(rules);
        sources = sources == null ? null : List.copyOf(sources);
        ignoreCheckingItems = ignoreCheckingItems == null ? null : List.copyOf(ignoreCheckingItems);
    }

    /** The rules; none if they are absent. */
    public List<MigrateRule> rulesOrNone() {
        return rules == null ? List.of() : rules;
    }

    /** The sources with their start positions; none if they are absent. */
    public List<SourceEntry> sourcesOrNone() {
        return sources == null ? List.of() : sources;
    }

    /** The names of the sources, in the order of posting. */
    public List<String> sourceNames() {
        return sourcesOrNone().stream().map(SourceEntry::source).toList();
    }

    public TaskConfig withMode(String other) {
        return with(other, metaSchema);
    }

    public TaskConfig withMetaSchema(String other) {
        return with(mode, other);
    }

    private TaskConfig with(String otherMode, @Nullable String otherMetaSchema) {
        return new TaskConfig(
                name,
                otherMode,
                shardMode,
                strictOptimisticShardMode,
                otherMetaSchema,
                onlineDdl,
                onDuplicate,
                target,
                filters,
                rules,
                full,
                incremental,
                sources,
                ignoreCheckingItems);
    }
}
