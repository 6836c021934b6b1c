package dev.dmock.task.config.rule;

import java.util.ArrayList;
import java.util.List;

/** Keeps watch that no pattern of schemas and tables is used by two rules. */
final class PatternSelector {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Takes note of a rule's patterns.
     *
     * @param table empty for a rule about the schema as such
     * @param context what is being done, for the error
     */
    void insert(String schema, String table, String context) {
        try {
            insert(schema, table);
        } catch (InvalidRuleException e) {
            throw e.within(context);
        }
    }

    private void insert(String schema, String table) {
        boolean aboutTables = !table.isEmpty();
        String level = aboutTables ? "insert into table selector" : "insert into schema selector";
        Entry entry = new Entry(
                parse(schema, "insert into schema selector"), parse(table, "insert into table selector"), aboutTables);
        if (entries.stream().anyMatch(entry::sameAs)) {
            throw new InvalidRuleException(level + ": pattern " + (aboutTables ? table : schema) + " already exists");
        }
        entries.add(entry);
    }

    private static NamePattern parse(String pattern, String level) {
        try {
            return NamePattern.parse(pattern);
        } catch (InvalidRuleException e) {
            throw e.within(level);
        }
    }

    private record Entry(NamePattern schema, NamePattern table, boolean aboutTables) {

        boolean sameAs(Entry other) {
            return aboutTables == other.aboutTables && schema.sameAs(other.schema) && table.sameAs(other.table);
        }
    }
}
