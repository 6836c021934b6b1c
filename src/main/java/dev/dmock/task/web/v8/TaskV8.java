package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.EventFilter;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.web.IncrementalView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task, as it is posted, echoed and listed, and a template. All is nullable, because PUT of a template is checked by
 * nobody.
 *
 * @param statusList the state of its subtasks, in lists with status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskV8(
        @JsonProperty("binlog_filter_rule") @Nullable Map<String, @Nullable FilterV8> filters,

        @JsonProperty("enhance_online_schema_change") @Nullable
        Boolean onlineDdl,

        @JsonProperty("ignore_checking_items") @Nullable List<@Nullable String> ignoreCheckingItems,
        @JsonProperty("meta_schema") @Nullable String metaSchema,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("on_duplicate") @Nullable String onDuplicate,
        @JsonProperty("shard_mode") @Nullable String shardMode,
        @JsonProperty("source_config") @Nullable SourceConfigV8 sourceConfig,
        @JsonProperty("status_list") @Nullable List<?> statusList,

        @JsonProperty("strict_optimistic_shard_mode") @Nullable
        Boolean strictOptimisticShardMode,

        @JsonProperty("table_migrate_rule") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        List<@Nullable MigrateRuleV8> rules,

        @JsonProperty("target_config") @Nullable TargetV8 target,
        @JsonProperty("task_mode") @Nullable String mode) {

    /** What a missing task means. */
    public static final TaskV8 ZERO =
            new TaskV8(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The task as it is answered, in any form: as posted, as rebuilt, as a template. */
    public static TaskV8 of(TaskConfig task) {
        return of(task, null);
    }

    /** The task with the state of its subtasks. */
    public static TaskV8 of(TaskConfig task, @Nullable List<?> statusList) {
        return new TaskV8(
                filters(task.filters()),
                task.onlineDdl(),
                Zero.widen(task.ignoreCheckingItems()),
                task.metaSchema(),
                task.name(),
                task.onDuplicate(),
                task.shardMode(),
                new SourceConfigV8(
                        FullV8.of(task.full()),
                        IncrementalView.of(task.incremental()),
                        task.sources() == null
                                ? null
                                : task.sources().stream()
                                        .<SourceConfigV8.@Nullable Entry>map(SourceConfigV8.Entry::of)
                                        .toList()),
                statusList,
                task.strictOptimisticShardMode(),
                task.rules() == null
                        ? null
                        : task.rules().stream()
                                .<@Nullable MigrateRuleV8>map(MigrateRuleV8::of)
                                .toList(),
                TargetV8.of(task.target()),
                task.mode());
    }

    /** What a posted task means. */
    public TaskConfig toDomain() {
        SourceConfigV8 config = Objects.requireNonNullElse(sourceConfig, SourceConfigV8.ZERO);
        IncrementalView incremental = config.incremental();
        FullV8 full = config.full();
        Map<String, EventFilter> events = new TreeMap<>();
        if (filters != null) {
            filters.forEach((filter, rule) -> events.put(filter, FilterV8.toDomain(rule)));
        }
        return new TaskConfig(
                Zero.text(name),
                Zero.text(mode),
                shardMode,
                strictOptimisticShardMode,
                metaSchema,
                Boolean.TRUE.equals(onlineDdl),
                Zero.text(onDuplicate),
                TargetV8.toDomain(target),
                filters == null ? null : events,
                rules == null
                        ? null
                        : rules.stream().map(MigrateRuleV8::toDomain).toList(),
                full == null ? null : full.toDomain(),
                incremental == null ? null : incremental.toDomain(),
                config.sources() == null
                        ? null
                        : config.sources().stream()
                                .map(SourceConfigV8.Entry::toDomain)
                                .toList(),
                Zero.texts(ignoreCheckingItems));
    }

    private static @Nullable Map<String, @Nullable FilterV8> filters(@Nullable Map<String, EventFilter> given) {
        if (given == null) {
            return null;
        }
        Map<String, @Nullable FilterV8> filters = new TreeMap<>();
        given.forEach((name, filter) -> filters.put(name, FilterV8.of(filter)));
        return filters;
    }
}
