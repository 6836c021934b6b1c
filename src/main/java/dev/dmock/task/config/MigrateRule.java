package dev.dmock.task.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task takes from a source, and where it goes.
 *
 * @param schema a pattern
 * @param table a pattern; empty for the whole schema
 * @param filters names of binlog filters
 */
public record MigrateRule(
        String source,
        String schema,
        String table,
        @Nullable Target target,
        @Nullable List<String> filters) {

    public MigrateRule {
        filters = filters == null ? null : List.copyOf(filters);
    }

    /** Where tables go: to another schema, or another table, or both. */
    public record Target(@Nullable String schema, @Nullable String table) {}
}
