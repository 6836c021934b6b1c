package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.EventFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A binlog filter: what was not given is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilterV8(
        @JsonProperty("ignore_event") @Nullable List<@Nullable String> ignoreEvent,
        @JsonProperty("ignore_sql") @Nullable List<@Nullable String> ignoreSql) {

    private static final EventFilter NOTHING = new EventFilter(null, null);

    static FilterV8 of(EventFilter filter) {
        return new FilterV8(Zero.widen(filter.ignoreEvent()), Zero.widen(filter.ignoreSql()));
    }

    static EventFilter toDomain(@Nullable FilterV8 filter) {
        return filter == null ? NOTHING : new EventFilter(Zero.texts(filter.ignoreEvent), Zero.texts(filter.ignoreSql));
    }
}
