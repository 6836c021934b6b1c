package dev.dmock.go;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Compiles Go's regular expressions with Go's error texts, which clients see inside DM's errors. RE2/J is a port of
 * Go's engine and runs in linear time, but does not limit nested repetitions, with which a short expression could
 * exhaust the memory.
 */
public final class GoRegexp {

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_REPETITIONS = 1000;

    private GoRegexp() {}

    /**
     * Compiles an expression.
     *
     * @throws InvalidTextException with Go's text, {@code error parsing regexp: …}
     */
    public static Pattern compile(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw problem("expression too large", expression);
        }
        limitRepetitions(expression);
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

    /** Limits the product of nested repetition counts. */
    private static void limitRepetitions(String expression) {
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
                if (count > 1 && (long) count * last > MAX_REPETITIONS) {
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

    /** Returns the larger number of {@code n}, {@code n,} or {@code n,m}; -1 for any other text. */
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
