package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.EventFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A binlog filter as posted and echoed: what was not given is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilterV5(
        @JsonProperty("ignore_event") @Nullable List<String> ignoreEvent,
        @JsonProperty("ignore_sql") @Nullable List<String> ignoreSql) {

    static FilterV5 of(EventFilter filter) {
        return new FilterV5(filter.ignoreEvent(), filter.ignoreSql());
    }

    EventFilter toDomain() {
        return new EventFilter(ignoreEvent, ignoreSql);
    }
}
