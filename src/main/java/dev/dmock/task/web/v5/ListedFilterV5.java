package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.rule.FilterRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A binlog filter in the list of tasks: what was not given is null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListedFilterV5(
        @JsonProperty("ignore_event") @Nullable List<String> ignoreEvent,
        @JsonProperty("ignore_sql") @Nullable List<String> ignoreSql) {

    static ListedFilterV5 of(FilterRule rule) {
        return new ListedFilterV5(rule.events().isEmpty() ? null : rule.events(), rule.sqlPatterns());
    }
}
