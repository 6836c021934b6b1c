package dev.dmock.sql.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as MySQL converts and compares them: {@link BigDecimal} or String. */
public final class SqlValues {

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("\\s*([-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?|[-+]?\\d+\\.?).*", Pattern.DOTALL);

    private static final int MOST_DIGITS = 400;
    private static final BigDecimal HUGE = BigDecimal.ONE.scaleByPowerOfTen(MOST_DIGITS);

    private SqlValues() {}

    public static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    /** A number as text, its decimals kept. */
    public static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /** What a value counts as: the number at the beginning of a text, else 0. */
    public static BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        Matcher matcher = LEADING_NUMBER.matcher(String.valueOf(value));
        return matcher.matches() ? parse(matcher.group(1)) : BigDecimal.ZERO;
    }

    /** Reads a number; one that no type can hold becomes one that is just as much out of range, or as good as zero. */
    public static BigDecimal parse(String text) {
        try {
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            boolean tiny = text.toLowerCase(Locale.ROOT).contains("e-");
            return tiny ? BigDecimal.ZERO : text.startsWith("-") ? HUGE.negate() : HUGE;
        }
    }

    /** Keeps numbers at a size that can be worked with. */
    static BigDecimal bounded(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        if (magnitude > MOST_DIGITS) {
            return number.signum() < 0 ? HUGE.negate() : HUGE;
        }
        return magnitude < -MOST_DIGITS ? BigDecimal.ZERO : number;
    }

    /** A text without the blanks at its end. */
    public static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The bytes of {@code x'ff'} or {@code b'1'}, one character for each. */
    public static String fromBits(String literal) {
        boolean hex = literal.toLowerCase(Locale.ROOT).startsWith("x") || literal.startsWith("0x");
        String digits = literal.startsWith("0x") ? literal.substring(2) : literal.substring(2, literal.length() - 1);
        byte[] bytes = hex
                ? HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits)
                : new BigInteger(digits.isEmpty() ? "0" : digits, 2).toByteArray();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As numbers if one of them is one, else as texts. */
    public static int compare(Object left, Object right, boolean ignoreCase) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return number(left).compareTo(number(right));
        }
        String a = comparable(left.toString(), ignoreCase);
        String b = comparable(right.toString(), ignoreCase);
        return a.compareTo(b);
    }

    /** What texts that are equal to a collation have in common. */
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
