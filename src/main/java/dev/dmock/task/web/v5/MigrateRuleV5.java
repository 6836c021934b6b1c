package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.MigrateRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An element of {@code table_migrate_rule}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrateRuleV5(
        @JsonProperty("binlog_filter_rule") @Nullable List<String> filters,
        @JsonProperty("source") From source,
        @JsonProperty("target") @Nullable To target) {

    static MigrateRuleV5 of(MigrateRule rule) {
        MigrateRule.Target to = rule.target();
        return new MigrateRuleV5(
                rule.filters(),
                new From(rule.schema(), rule.source(), rule.table()),
                to == null
                        ? null
                        : new To(
                                Objects.requireNonNullElse(to.schema(), ""),
                                Objects.requireNonNullElse(to.table(), "")));
    }

    MigrateRule toDomain() {
        MigrateRule.Target to = target == null ? null : new MigrateRule.Target(target.schema, target.table);
        return new MigrateRule(source.sourceName, source.schema, source.table, to, filters);
    }

    /** Which tables of which source. */
    public record From(
            @JsonProperty("schema") String schema,
            @JsonProperty("source_name") String sourceName,
            @JsonProperty("table") String table) {}

    /** Where they go. */
    public record To(
            @JsonProperty("schema") String schema,
            @JsonProperty("table") String table) {}
}
