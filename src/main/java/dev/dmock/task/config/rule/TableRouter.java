package dev.dmock.task.config.rule;

import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the tables of a source go. A rule about tables has precedence over one about the whole schema. */
public final class TableRouter {

    private final List<Entry> entries;
    private final boolean caseSensitive;

    private TableRouter(List<Entry> entries, boolean caseSensitive) {
        this.entries = entries;
        this.caseSensitive = caseSensitive;
    }

    /**
     * Makes a router of rules.
     *
     * @throws InvalidRuleException for a rule that lacks a schema or has a pattern that is none
     */
    public static TableRouter of(List<RouteRule> rules, boolean caseSensitive) {
        List<Entry> entries = new ArrayList<>();
        for (RouteRule rule : rules) {
            rule.requireNames();
            RouteRule kept = caseSensitive ? rule : rule.inLowerCase();
            entries.add(new Entry(
                    NameMatcher.of(kept.schemaPattern(), caseSensitive, "insert into schema selector"),
                    NameMatcher.of(kept.tablePattern(), caseSensitive, "insert into table selector"),
                    kept));
        }
        return new TableRouter(List.copyOf(entries), caseSensitive);
    }

    /**
     * Checks rules as DM did before v6: a pattern may be used once, and errors show the rule.
     *
     * @throws InvalidRuleException for the first rule that is not possible
     */
    public static void requireDistinct(List<RouteRule> rules, boolean caseSensitive) {
        PatternSelector selector = new PatternSelector();
        for (RouteRule rule : rules) {
            RouteRule kept = rule;
            boolean named = false;
            try {
                rule.requireNames();
                named = true;
                kept = caseSensitive ? rule : rule.inLowerCase();
                selector.insert(kept.schemaPattern(), kept.tablePattern());
            } catch (InvalidRuleException e) {
                InvalidRuleException cause = named ? e.within("add rule " + kept.dump() + " into table router") : e;
                throw cause.within("initial rule " + kept.dump() + " in table router");
            }
        }
    }

    /** Where a table goes; itself if no rule fits. With table "", where a schema goes. */
    public TableName route(TableName source) {
        List<RouteRule> fitting = fitting(source);
        if (fitting.isEmpty()) {
            return source;
        }
        RouteRule rule = fitting.get(0);
        String table = rule.targetTable().isEmpty() ? source.table() : rule.targetTable();
        return new TableName(rule.targetSchema(), table);
    }

    /** What DM says of a table for which several rules fit. */
    public Optional<String> conflict(TableName source) {
        return fitting(source).size() < 2
                ? Optional.empty()
                : Optional.of("table " + source.schema() + "." + source.table() + " matches more than one rule");
    }

    /** The same in the words of versions before v6. */
    public Optional<String> selectorConflict(TableName source) {
        List<RouteRule> fitting =
                fitting(source).stream().sorted((a, b) -> compare(a, b, source)).toList();
        if (fitting.size() < 2) {
            return Optional.empty();
        }
        RouteRule first = fitting.get(0);
        return Optional.of(("%s matches %d %s route rules which is more than one.\n"
                        + "The first two rules are %s, %s.\nIt's not supported")
                .formatted(
                        source.quoted(),
                        fitting.size(),
                        first.aboutTables() ? "table" : "schema",
                        first.dump(),
                        fitting.get(1).dump()));
    }

    private static int compare(RouteRule a, RouteRule b, TableName source) {
        int schemas = compare(a.schemaPattern(), b.schemaPattern(), source.schema());
        return schemas != 0 ? schemas : compare(a.tablePattern(), b.tablePattern(), source.table());
    }

    /** Regular expressions have no place in the tree. */
    private static int compare(String a, String b, String name) {
        return a.startsWith("~") || b.startsWith("~")
                ? 0
                : NamePattern.parse(a).compareFitting(NamePattern.parse(b), length(name));
    }

    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    private List<RouteRule> fitting(TableName source) {
        String schema = caseSensitive ? source.schema() : source.schema().toLowerCase(Locale.ROOT);
        String table = caseSensitive ? source.table() : source.table().toLowerCase(Locale.ROOT);
        List<RouteRule> ofSchema = new ArrayList<>();
        List<RouteRule> ofTable = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.schema.matches(schema)) {
                continue;
            }
            if (!entry.rule.aboutTables()) {
                ofSchema.add(entry.rule);
            } else if (!table.isEmpty() && entry.table.matches(table)) {
                ofTable.add(entry.rule);
            }
        }
        return ofTable.isEmpty() ? ofSchema : ofTable;
    }

    private record Entry(NameMatcher schema, NameMatcher table, RouteRule rule) {}
}
