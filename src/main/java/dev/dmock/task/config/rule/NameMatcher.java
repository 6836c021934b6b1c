package dev.dmock.task.config.rule;

import com.google.re2j.Pattern;
import dev.dmock.go.GoRegexp;
import dev.dmock.go.InvalidTextException;

/** What a schema's or a table's name is compared with: a pattern, or behind a {@code ~} a regular expression. */
interface NameMatcher {

    boolean matches(String name);

    /** Reads the name in a rule; {@code context} is what a refused pattern is said to be inserted into. */
    static NameMatcher of(String text, boolean caseSensitive, String context) {
        if (text.startsWith("~")) {
            Pattern expression = expression((caseSensitive ? "" : "(?i)") + text.substring(1));
            return name -> expression.matcher(name).find();
        }
        try {
            return NamePattern.parse(text)::matches;
        } catch (InvalidRuleException e) {
            throw e.within(context);
        }
    }

    private static Pattern expression(String text) {
        try {
            return GoRegexp.compile(text);
        } catch (InvalidTextException e) {
            throw new InvalidRuleException(String.valueOf(e.getMessage()));
        }
    }
}
