package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.EventFilter;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.web.IncrementalView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task, as it is posted, echoed and listed.
 *
 * @param <F> the form of its filters: {@link FilterV5} as posted, {@link ListedFilterV5} in v5.3's list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskV5<F>(
        @JsonProperty("binlog_filter_rule") @Nullable Map<String, F> filters,
        @JsonProperty("enhance_online_schema_change") boolean onlineDdl,
        @JsonProperty("meta_schema") @Nullable String metaSchema,
        @JsonProperty("name") String name,
        @JsonProperty("on_duplicate") String onDuplicate,
        @JsonProperty("shard_mode") @Nullable String shardMode,
        @JsonProperty("source_config") SourceConfigV5 sourceConfig,
        @JsonProperty("table_migrate_rule") List<MigrateRuleV5> rules,
        @JsonProperty("target_config") TargetV5 target,
        @JsonProperty("task_mode") String mode) {

    /** What a missing task means. */
    static TaskV5<FilterV5> zero() {
        SourceConfigV5 noSources = new SourceConfigV5(null, null, List.of());
        return new TaskV5<>(null, false, null, "", "", null, noSources, List.of(), TargetV5.ZERO, "");
    }

    /** The task as it was posted, with the meta schema that was filled in: the answer of POST tasks. */
    public static TaskV5<FilterV5> of(TaskConfig task) {
        Map<String, FilterV5> filters = new TreeMap<>();
        Map<String, EventFilter> given = task.filters();
        if (given != null) {
            given.forEach((name, filter) -> filters.put(name, FilterV5.of(filter)));
        }
        return new TaskV5<>(
                given == null ? null : filters,
                task.onlineDdl(),
                task.metaSchema(),
                task.name(),
                task.onDuplicate(),
                task.shardMode(),
                new SourceConfigV5(
                        SourceConfigV5.Full.of(task.full()),
                        IncrementalView.of(task.incremental()),
                        task.sourcesOrNone().stream()
                                .map(SourceConfigV5.Entry::of)
                                .toList()),
                task.rulesOrNone().stream().map(MigrateRuleV5::of).toList(),
                TargetV5.of(task.target()),
                task.mode());
    }

    /** What a posted task means. */
    public static TaskConfig toDomain(TaskV5<FilterV5> task) {
        Map<String, EventFilter> filters = new TreeMap<>();
        if (task.filters != null) {
            task.filters.forEach((name, filter) -> filters.put(name, filter.toDomain()));
        }
        SourceConfigV5 config = task.sourceConfig;
        return new TaskConfig(
                task.name,
                task.mode,
                task.shardMode,
                null,
                task.metaSchema,
                task.onlineDdl,
                task.onDuplicate,
                task.target.toDomain(),
                task.filters == null ? null : filters,
                task.rules.stream().map(MigrateRuleV5::toDomain).toList(),
                config.full() == null ? null : config.full().toDomain(),
                config.incremental() == null ? null : config.incremental().toDomain(),
                config.sources().stream().map(SourceConfigV5.Entry::toDomain).toList(),
                null);
    }
}
