package dev.dmock.task.config.rule;

import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.Locale;

/** Which schemas and tables are taken, in the manner of MySQL's replication filters. Without rules, all are. */
public record AllowRules(
        List<String> doSchemas, List<TableName> doTables, List<String> ignoreSchemas, List<TableName> ignoreTables) {

    public AllowRules {
        doSchemas = List.copyOf(doSchemas);
        doTables = List.copyOf(doTables);
        ignoreSchemas = List.copyOf(ignoreSchemas);
        ignoreTables = List.copyOf(ignoreTables);
    }

    /** Rules that only say what to take. */
    public static AllowRules of(List<String> doSchemas, List<TableName> doTables) {
        return new AllowRules(doSchemas, doTables, List.of(), List.of());
    }

    /** The rules as DM keeps them where the case of names does not count. */
    public AllowRules inLowerCase() {
        return new AllowRules(lower(doSchemas), lowerTables(doTables), lower(ignoreSchemas), lowerTables(ignoreTables));
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<TableName> lowerTables(List<TableName> tables) {
        return tables.stream()
                .map(t -> new TableName(
                        t.schema().toLowerCase(Locale.ROOT), t.table().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
