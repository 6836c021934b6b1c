package dev.dmock.sql.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts and compares values, {@link BigDecimal} or String, as MySQL does. */
public final class SqlValues {

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("\\s*([-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?|[-+]?\\d+\\.?).*", Pattern.DOTALL);

    private static final int MAX_DIGITS = 400;
    private static final BigDecimal HUGE = BigDecimal.ONE.scaleByPowerOfTen(MAX_DIGITS);

    private SqlValues() {}

    public static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    /** Formats a number as text and keeps its decimals. */
    public static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /** Converts a value to a number: the leading number of a string, else 0. */
    public static BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        Matcher matcher = LEADING_NUMBER.matcher(String.valueOf(value));
        return matcher.matches() ? parse(matcher.group(1)) : BigDecimal.ZERO;
    }

    /** Parses a number; clamps one that no type can hold to an out-of-range value, or to zero. */
    public static BigDecimal parse(String text) {
        try {
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            boolean tiny = text.toLowerCase(Locale.ROOT).contains("e-");
            return tiny ? BigDecimal.ZERO : text.startsWith("-") ? HUGE.negate() : HUGE;
        }
    }

    /** Clamps numbers to a magnitude that stays cheap to compute. */
    static BigDecimal bounded(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        if (magnitude > MAX_DIGITS) {
            return number.signum() < 0 ? HUGE.negate() : HUGE;
        }
        return magnitude < -MAX_DIGITS ? BigDecimal.ZERO : number;
    }

    /** Removes trailing spaces. */
    public static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Decodes {@code x'ff'} or {@code b'1'} to bytes, one character per byte. */
    public static String fromBits(String literal) {
        boolean hex = literal.toLowerCase(Locale.ROOT).startsWith("x") || literal.startsWith("0x");
        String digits = literal.startsWith("0x") ? literal.substring(2) : literal.substring(2, literal.length() - 1);
        byte[] bytes = hex
                ? HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits)
                : new BigInteger(digits.isEmpty() ? "0" : digits, 2).toByteArray();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Compares as numbers if either operand is a number, else as strings. */
    public static int compare(Object left, Object right, boolean ignoreCase) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return number(left).compareTo(number(right));
        }
        String a = comparable(left.toString(), ignoreCase);
        String b = comparable(right.toString(), ignoreCase);
        return a.compareTo(b);
    }

    /** Returns the sort key of a string: strings that the collation considers equal have the same key. */
    public static String comparable(String text, boolean ignoreCase) {
        String padded = withoutBlanks(text);
        return ignoreCase ? padded.toLowerCase(Locale.ROOT) : padded;
    }

    static boolean like(String text, String pattern, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(c == '%' ? "[\\s\\S]*" : c == '_' ? "[\\s\\S]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return com.google.re2j.Pattern.compile(
                        regex.toString(), ignoreCase ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0)
                .matcher(text)
                .matches();
    }
}
