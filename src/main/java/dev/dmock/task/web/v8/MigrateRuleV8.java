package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.MigrateRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of {@code table_migrate_rule}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrateRuleV8(
        @JsonProperty("binlog_filter_rule") @Nullable List<@Nullable String> filters,
        @JsonProperty("source") @Nullable From source,
        @JsonProperty("target") @Nullable To target) {

    private static final From NOTHING = new From(null, null, null);

    static MigrateRuleV8 of(MigrateRule rule) {
        MigrateRule.Target to = rule.target();
        return new MigrateRuleV8(
                Zero.widen(rule.filters()),
                new From(rule.schema(), rule.source(), rule.table()),
                to == null ? null : new To(to.schema(), to.table()));
    }

    static MigrateRule toDomain(@Nullable MigrateRuleV8 rule) {
        From from = rule == null || rule.source == null ? NOTHING : rule.source;
        To to = rule == null ? null : rule.target;
        return new MigrateRule(
                Zero.text(from.sourceName),
                Zero.text(from.schema),
                Zero.text(from.table),
                to == null ? null : new MigrateRule.Target(to.schema, to.table),
                rule == null ? null : Zero.texts(rule.filters));
    }

    /** Which tables of which source. */
    public record From(
            @JsonProperty("schema") @Nullable String schema,
            @JsonProperty("source_name") @Nullable String sourceName,
            @JsonProperty("table") @Nullable String table) {}

    /** Where they go. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record To(
            @JsonProperty("schema") @Nullable String schema,
            @JsonProperty("table") @Nullable String table) {}
}
