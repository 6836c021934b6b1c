package dev.dmock.task.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A binlog filter of a task, to be used by rules. */
public record EventFilter(
        @Nullable List<String> ignoreEvent, @Nullable List<String> ignoreSql) {

    public EventFilter {
        ignoreEvent = ignoreEvent == null ? null : List.copyOf(ignoreEvent);
        ignoreSql = ignoreSql == null ? null : List.copyOf(ignoreSql);
    }
}
