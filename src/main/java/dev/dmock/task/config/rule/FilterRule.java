package dev.dmock.task.config.rule;

import dev.dmock.go.GoRegexp;
import dev.dmock.go.InvalidTextException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out events of the tables that fit.
 *
 * @param tablePattern empty for a rule about whole schemas
 * @param events kinds of events, or groups of them such as {@code all dml}
 * @param sqlPatterns regular expressions of statements; null, unlike an empty list, if none were given
 * @param effective whether DM uses the rule: newer versions keep a rule that they cannot use, but without effect
 */
public record FilterRule(
        String schemaPattern,
        String tablePattern,
        List<String> events,
        @Nullable List<String> sqlPatterns,
        boolean effective) {

    public FilterRule {
        events = List.copyOf(events);
        sqlPatterns = sqlPatterns == null ? null : List.copyOf(sqlPatterns);
    }

    /** The rule as DM keeps it where the case of names does not count. */
    public FilterRule inLowerCase() {
        return new FilterRule(
                schemaPattern.toLowerCase(Locale.ROOT),
                tablePattern.toLowerCase(Locale.ROOT),
                events,
                sqlPatterns,
                effective);
    }

    FilterRule withEvents(List<String> others) {
        return new FilterRule(schemaPattern, tablePattern, others, sqlPatterns, effective);
    }

    FilterRule withoutEffect() {
        return new FilterRule(schemaPattern, tablePattern, events, sqlPatterns, false);
    }

    /** The regular expression that all patterns make together; null if there are none. */
    com.google.re2j.@Nullable Pattern expression() {
        if (sqlPatterns == null || sqlPatterns.isEmpty()) {
            return null;
        }
        try {
            return GoRegexp.compile("(?i)" + String.join("|", sqlPatterns));
        } catch (InvalidTextException e) {
            throw new InvalidRuleException(
                    "compile regular expression [" + String.join(" ", sqlPatterns) + "]: " + e.getMessage());
        }
    }

    /** The rule as Go prints a pointer to it; what it prints of a compiled expression is the address of it. */
    String dump(boolean compiled) {
        List<String> patterns = sqlPatterns == null ? List.of() : sqlPatterns;
        String expression =
                compiled && !patterns.isEmpty() ? "0xc000%06x".formatted(patterns.hashCode() & 0xffffe0) : "<nil>";
        return "&{SchemaPattern:%s TablePattern:%s Events:[%s] SQLPattern:[%s] sqlRegularExp:%s Action:Ignore}"
                .formatted(
                        schemaPattern, tablePattern, String.join(" ", events), String.join(" ", patterns), expression);
    }
}
