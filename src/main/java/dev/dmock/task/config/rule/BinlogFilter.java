package dev.dmock.task.config.rule;

import com.google.re2j.Pattern;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which events of a source are left out, by kind and by the text of the statement. */
public final class BinlogFilter {

    private final List<Entry> entries;
    private final boolean caseSensitive;

    private BinlogFilter(List<Entry> entries, boolean caseSensitive) {
        this.entries = entries;
        this.caseSensitive = caseSensitive;
    }

    /** Makes a filter of the rules that have an effect. */
    public static BinlogFilter of(List<FilterRule> rules, boolean caseSensitive) {
        List<Entry> entries = rules.stream()
                .filter(FilterRule::effective)
                .map(rule -> caseSensitive ? rule : rule.inLowerCase())
                .map(rule -> new Entry(
                        NamePattern.parse(rule.schemaPattern()),
                        rule.tablePattern().isEmpty() ? null : NamePattern.parse(rule.tablePattern()),
                        rule,
                        rule.expression()))
                .toList();
        return new BinlogFilter(entries, caseSensitive);
    }

    /**
     * Checks rules as DM did before v6: a rule that cannot be used is refused, showing the rule.
     *
     * @param several whether several rules may be about the same tables
     * @throws InvalidRuleException for the first rule that is not possible
     */
    public static void requireUsable(List<FilterRule> rules, boolean caseSensitive, boolean several) {
        PatternSelector selector = new PatternSelector();
        for (FilterRule rule : rules) {
            FilterRule kept = rule;
            boolean compiled = false;
            try {
                rule.expression();
                compiled = true;
                kept = caseSensitive ? rule : rule.inLowerCase();
                (several ? new PatternSelector() : selector).insert(kept.schemaPattern(), kept.tablePattern());
            } catch (InvalidRuleException e) {
                String inserting = "add rule " + kept.dump(true) + " into binlog event filter";
                InvalidRuleException cause = compiled ? e.within(inserting) : e;
                throw cause.within("initial rule " + kept.dump(compiled) + " in binlog event filter");
            }
        }
    }

    /** The rules as newer versions keep them: those that cannot be used lose their effect, but stay. */
    public static List<FilterRule> keepUsable(List<FilterRule> rules, boolean caseSensitive) {
        PatternSelector selector = new PatternSelector();
        return rules.stream().map(rule -> usable(rule, caseSensitive, selector)).toList();
    }

    private static FilterRule usable(FilterRule rule, boolean caseSensitive, PatternSelector selector) {
        List<String> events = new ArrayList<>(rule.events());
        FilterRule kept = rule;
        try {
            rule.expression();
            for (int i = 0; i < events.size(); i++) {
                events.set(i, EventTypes.canonical(events.get(i)));
            }
            kept = caseSensitive ? rule : rule.inLowerCase();
            selector.insert(kept.schemaPattern(), kept.tablePattern());
            return kept.withEvents(events);
        } catch (InvalidRuleException unusable) {
            return kept.withEvents(events).withoutEffect();
        }
    }

    /**
     * Whether an event is left out.
     *
     * @param eventType DM's name of its kind: {@code insert}, {@code create table}…
     * @param table what it is about; with table "" for a schema
     * @param statement its text; empty for a change of rows
     */
    public boolean ignores(String eventType, TableName table, String statement) {
        String schemaName = caseSensitive ? table.schema() : table.schema().toLowerCase(Locale.ROOT);
        String tableName = caseSensitive ? table.table() : table.table().toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(e -> e.isAbout(schemaName, tableName))
                .anyMatch(e -> e.ignores(eventType, statement));
    }

    private record Entry(
            NamePattern schema,
            @Nullable NamePattern table,
            FilterRule rule,
            @Nullable Pattern expression) {

        boolean isAbout(String schemaName, String tableName) {
            return schema.matches(schemaName) && (table == null || !tableName.isEmpty() && table.matches(tableName));
        }

        boolean ignores(String eventType, String statement) {
            return EventTypes.cover(rule.events(), eventType)
                    || expression != null
                            && !statement.isEmpty()
                            && expression.matcher(statement).find();
        }
    }
}
