package dev.dmock.task.config.rule;

import java.util.HashSet;
import java.util.Set;

/** Keeps watch that no pattern of schemas and tables is used by two rules. */
final class PatternSelector {

    private static final String SCHEMA = "insert into schema selector";
    private static final String TABLE = "insert into table selector";

    private final Set<Entry> entries = new HashSet<>();

    /**
     * Takes note of a rule's patterns.
     *
     * @param table empty for a rule about the schema as such
     */
    void insert(String schema, String table) {
        boolean aboutTables = !table.isEmpty();
        Entry entry = new Entry(parse(schema, SCHEMA), parse(table, TABLE), aboutTables);
        if (!entries.add(entry)) {
            String pattern = "pattern " + (aboutTables ? table : schema) + " already exists";
            throw new InvalidRuleException(pattern).within(aboutTables ? TABLE : SCHEMA);
        }
    }

    private static NamePattern parse(String pattern, String level) {
        try {
            return NamePattern.parse(pattern);
        } catch (InvalidRuleException e) {
            throw e.within(level);
        }
    }

    private record Entry(NamePattern schema, NamePattern table, boolean aboutTables) {}
}
