package dev.dmock.go;

import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * Parses dates with times in the two formats that DM accepts, with the error texts of Go's {@code time.Parse}, which
 * clients see inside DM's errors.
 */
public final class GoTime {

    private static final int YEAR_DIGITS = 4;
    private static final int NANO_DIGITS = 9;

    private final String layout;
    private final String text;
    private String rest;

    private GoTime(String text, char separator) {
        this.layout = "2006-01-02" + separator + "15:04:05";
        this.text = text;
        this.rest = text;
    }

    /**
     * Parses {@code 2006-01-02 15:04:05} or {@code 2006-01-02T15:04:05}.
     *
     * @throws InvalidTextException with Go's error text for the second format
     */
    public static LocalDateTime parse(String text) {
        try {
            return new GoTime(text, ' ').read();
        } catch (InvalidTextException notTheFirst) {
            return new GoTime(text, 'T').read();
        }
    }

    private LocalDateTime read() {
        int year = year();
        separator("-");
        int month = number("01", "month", 1, 12);
        separator("-");
        int day = number("02", "day", 0, 99);
        separator(layout.substring(10, 11));
        int hour = number("15", "hour", 0, 23);
        separator(":");
        int minute = number("04", "minute", 0, 59);
        separator(":");
        int second = number("05", "second", 0, 59);
        int nanos = fraction();
        if (!rest.isEmpty()) {
            throw problem(": extra text: " + GoDuration.quoted(rest));
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw problem(": day out of range");
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    }

    private int year() {
        boolean digits = rest.length() >= YEAR_DIGITS
                && rest.substring(0, YEAR_DIGITS).chars().allMatch(GoTime::isDigit);
        if (!digits) {
            throw mismatch("2006");
        }
        return take(YEAR_DIGITS);
    }

    /** Parses a two-digit number; an hour may have one digit. */
    private int number(String element, String name, int least, int most) {
        boolean first = !rest.isEmpty() && isDigit(rest.charAt(0));
        boolean second = rest.length() > 1 && isDigit(rest.charAt(1));
        if (!first || !second && !name.equals("hour")) {
            throw mismatch(element);
        }
        int number = take(second ? 2 : 1);
        if (number < least || number > most) {
            throw problem(": " + name + " out of range");
        }
        return number;
    }

    /** Parses an optional fraction of a second, which Go accepts even if the format has none. */
    private int fraction() {
        boolean there = rest.length() > 1 && (rest.startsWith(".") || rest.startsWith(",")) && isDigit(rest.charAt(1));
        if (!there) {
            return 0;
        }
        int end = 1;
        while (end < rest.length() && isDigit(rest.charAt(end))) {
            end++;
        }
        String digits = rest.substring(1, Math.min(end, NANO_DIGITS + 1));
        rest = rest.substring(end);
        return Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
    }

    private void separator(String wanted) {
        if (wanted.equals(" ")) {
            if (!rest.isEmpty() && !rest.startsWith(" ")) {
                throw mismatch(wanted);
            }
            rest = rest.replaceFirst("^ +", "");
        } else if (rest.startsWith(wanted)) {
            rest = rest.substring(1);
        } else {
            throw mismatch(wanted);
        }
    }

    private int take(int digits) {
        int number = Integer.parseInt(rest.substring(0, digits));
        rest = rest.substring(digits);
        return number;
    }

    private InvalidTextException mismatch(String element) {
        return problem(" as " + GoDuration.quoted(layout) + ": cannot parse " + GoDuration.quoted(rest) + " as "
                + GoDuration.quoted(element));
    }

    private InvalidTextException problem(String what) {
        return new InvalidTextException("parsing time " + GoDuration.quoted(text) + what);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
