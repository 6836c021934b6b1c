package dev.dmock.go;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Go's regular expressions, with its complaints: clients see them inside DM's errors. RE2/J is Go's own engine in Java,
 * linear in time; what it lacks is the bound on nested repetitions, without which a short text takes the memory.
 */
public final class GoRegexp {

    private static final int LONGEST = 1024;
    private static final int MOST_REPETITIONS = 1000;

    private GoRegexp() {}

    /**
     * Compiles an expression.
     *
     * @throws InvalidTextException with Go's text, {@code error parsing regexp: …}
     */
    public static Pattern compile(String expression) {
        if (expression.length() > LONGEST) {
            throw problem("expression too large", expression);
        }
        requireFewRepetitions(expression);
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            if (e.getDescription().contains("internal error")) {
                throw problem("unexpected )", expression);
            }
            throw problem(e.getDescription(), e.getPattern() == null ? "" : e.getPattern());
        }
    }

    private static InvalidTextException problem(String what, String where) {
        return new InvalidTextException("error parsing regexp: " + what + ": `" + where + "`");
    }

    /** Multiplies the counts of repetitions that are nested in each other. */
    private static void requireFewRepetitions(String expression) {
        Deque<Integer> outer = new ArrayDeque<>();
        int most = 1;
        int last = 1;
        boolean inSet = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
                last = 1;
            } else if (inSet) {
                inSet = c != ']';
            } else if (c == '{') {
                int end = expression.indexOf('}', i);
                int count = end < 0 ? -1 : count(expression.substring(i + 1, end));
                if (count > 1 && (long) count * last > MOST_REPETITIONS) {
                    boolean lazy = expression.startsWith("?", end + 1);
                    throw problem("invalid repeat count", expression.substring(i, lazy ? end + 2 : end + 1));
                }
                last *= Math.max(count, 1);
            } else if (c == '(') {
                outer.push(most);
                most = 1;
                last = 1;
            } else if (c == ')' && !outer.isEmpty()) {
                last = most;
                most = outer.pop();
            } else if ("?*+".indexOf(c) < 0) {
                inSet = c == '[';
                last = 1;
            }
            most = Math.max(most, last);
        }
    }

    /** The larger number of {@code n}, {@code n,} or {@code n,m}; -1 if it is none of these. */
    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            return -1;
        }
        int largest = 0;
        for (String number : text.split(",")) {
            largest = Math.max(largest, Integer.parseInt(number));
        }
        return largest;
    }
}
