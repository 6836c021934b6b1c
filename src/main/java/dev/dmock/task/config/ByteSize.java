package dev.dmock.task.config;

import dev.dmock.go.InvalidTextException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts of bytes as DM reads them: {@code 80G}, {@code 1.5 MiB}, {@code 1024}. */
public final class ByteSize {

    private static final String UNITS = "kmgtp";
    private static final int KIBI = 1024;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private ByteSize() {}

    /**
     * Reads an amount.
     *
     * @throws InvalidTextException with the text that DM's parser gives
     */
    public static long parse(String text) {
        int last = lastDigit(text);
        if (last < 0) {
            throw new InvalidTextException("invalid size: '" + text + "'");
        }
        String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
        if (!NUMBER.matcher(number).matches()) {
            throw new InvalidTextException("strconv.ParseFloat: parsing \"" + number + "\": invalid syntax");
        }
        double amount = Double.parseDouble(number);
        if (amount < 0) {
            throw new InvalidTextException("invalid size: '" + text + "'");
        }
        return (long) (amount * factor(text.substring(last + 1)));
    }

    private static double factor(String suffix) {
        String lower = suffix.length() > 3 ? suffix : suffix.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("b")) {
            return 1;
        }
        int unit = UNITS.indexOf(lower.charAt(0));
        String rest = lower.substring(1);
        if (lower.length() > 3 || unit < 0 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
            throw new InvalidTextException("invalid suffix: '" + lower + "'");
        }
        return Math.pow(KIBI, unit + 1);
    }

    /** Where the number ends: at its last digit, or at the blank behind it. */
    private static int lastDigit(String text) {
        int i = text.length() - 1;
        while (i >= 0 && "0123456789. ".indexOf(text.charAt(i)) < 0) {
            i--;
        }
        return i;
    }
}
