package dev.dmock.task.config.rule;

import java.util.Locale;

/**
 * Sends the tables that fit to another schema, and another table unless {@code targetTable} is empty.
 *
 * @param tablePattern empty for a rule about schemas as such
 */
public record RouteRule(String schemaPattern, String tablePattern, String targetSchema, String targetTable) {

    /** The rule as DM keeps it where the case of names does not count. */
    public RouteRule inLowerCase() {
        return new RouteRule(
                schemaPattern.toLowerCase(Locale.ROOT),
                tablePattern.toLowerCase(Locale.ROOT),
                targetSchema,
                targetTable);
    }

    boolean aboutTables() {
        return !tablePattern.isEmpty();
    }

    void requireNames() {
        if (schemaPattern.isEmpty()) {
            throw new InvalidRuleException("schema pattern of table route rule should not be empty");
        }
        if (targetSchema.isEmpty()) {
            throw new InvalidRuleException("target schema of table route rule should not be empty");
        }
    }

    /** The rule as Go prints a pointer to it. */
    String dump() {
        return "&{SchemaPattern:%s TablePattern:%s TargetSchema:%s TargetTable:%s}"
                .formatted(schemaPattern, tablePattern, targetSchema, targetTable);
    }
}
