package dev.dmock.task.config.rule;

import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which schemas and tables of a source are taken. A schema has to pass the rules about schemas, and a table those about
 * tables as well: a task with both kinds takes only tables that fit both.
 */
public final class AllowList {

    /** Takes everything. */
    public static final AllowList ALL = of(AllowRules.of(List.of(), List.of()), true);

    private final List<NameMatcher> doSchemas;
    private final List<TableMatcher> doTables;
    private final List<NameMatcher> ignoreSchemas;
    private final List<TableMatcher> ignoreTables;
    private final boolean caseSensitive;

    private AllowList(
            List<NameMatcher> doSchemas,
            List<TableMatcher> doTables,
            List<NameMatcher> ignoreSchemas,
            List<TableMatcher> ignoreTables,
            boolean caseSensitive) {
        this.doSchemas = doSchemas;
        this.doTables = doTables;
        this.ignoreSchemas = ignoreSchemas;
        this.ignoreTables = ignoreTables;
        this.caseSensitive = caseSensitive;
    }

    /**
     * Makes a list of rules.
     *
     * @throws InvalidRuleException for an empty name or a pattern that is none
     */
    public static AllowList of(AllowRules rules, boolean caseSensitive) {
        AllowRules kept = caseSensitive ? rules : rules.inLowerCase();
        return new AllowList(
                schemas(kept.doSchemas(), "DoDB", caseSensitive),
                tables(kept.doTables(), "DoTables", caseSensitive),
                schemas(kept.ignoreSchemas(), "IgnoreDB", caseSensitive),
                tables(kept.ignoreTables(), "IgnoreTables", caseSensitive),
                caseSensitive);
    }

    /** Whether a table is taken; with table "", whether what happens to the schema is. */
    public boolean contains(TableName table) {
        String schemaName = caseSensitive ? table.schema() : table.schema().toLowerCase(Locale.ROOT);
        String tableName = caseSensitive ? table.table() : table.table().toLowerCase(Locale.ROOT);
        return passesSchemas(schemaName) && (tableName.isEmpty() || passesTables(schemaName, tableName));
    }

    /** Whether a schema is dumped even if it has no table to be taken: a rule has to name it where rules name tables. */
    public boolean mentions(String schema) {
        String name = caseSensitive ? schema : schema.toLowerCase(Locale.ROOT);
        return passesSchemas(name) && (doTables.isEmpty() || doTables.stream().anyMatch(m -> m.schema.matches(name)));
    }

    private boolean passesSchemas(String schema) {
        return doSchemas.isEmpty()
                ? ignoreSchemas.stream().noneMatch(m -> m.matches(schema))
                : doSchemas.stream().anyMatch(m -> m.matches(schema));
    }

    private boolean passesTables(String schema, String table) {
        return doTables.isEmpty()
                ? ignoreTables.stream().noneMatch(m -> m.matches(schema, table))
                : doTables.stream().anyMatch(m -> m.matches(schema, table));
    }

    private static List<NameMatcher> schemas(List<String> names, String kind, boolean caseSensitive) {
        List<NameMatcher> matchers = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw new InvalidRuleException(kind + " rule's DB string cannot be empty");
            }
            matchers.add(NameMatcher.of(name, caseSensitive, "insert into schema selector"));
        }
        return List.copyOf(matchers);
    }

    private static List<TableMatcher> tables(List<TableName> names, String kind, boolean caseSensitive) {
        List<TableMatcher> matchers = new ArrayList<>();
        for (TableName name : names) {
            if (name.schema().isEmpty() || name.table().isEmpty()) {
                throw new InvalidRuleException(kind + " rule's DB string or Table string cannot be empty");
            }
            matchers.add(new TableMatcher(
                    NameMatcher.of(name.schema(), caseSensitive, "insert into schema selector"),
                    NameMatcher.of(name.table(), caseSensitive, "insert into table selector")));
        }
        return List.copyOf(matchers);
    }

    private record TableMatcher(NameMatcher schema, NameMatcher table) {

        boolean matches(String schemaName, String tableName) {
            return schema.matches(schemaName) && table.matches(tableName);
        }
    }
}
