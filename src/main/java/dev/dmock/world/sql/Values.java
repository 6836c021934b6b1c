package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as MySQL converts and compares them: {@link BigDecimal} or String. */
public final class Values {

    private static final Pattern LEADING_NUMBER =
            Pattern.compile("\\s*([-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d+)?|[-+]?\\d+\\.?).*", Pattern.DOTALL);

    private Values() {}

    public static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    /** A number as text, its decimals kept. */
    static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    /** What a value counts as: the number at the beginning of a text, else 0. */
    public static BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        Matcher matcher = LEADING_NUMBER.matcher(String.valueOf(value));
        return matcher.matches() ? bounded(matcher.group(1)) : BigDecimal.ZERO;
    }

    /** A number within the bounds of a double, since nobody can reckon with one whose exponent is out of all bounds. */
    private static BigDecimal bounded(String digits) {
        double near = Double.parseDouble(digits);
        if (Double.isInfinite(near)) {
            return BigDecimal.valueOf(Math.copySign(Double.MAX_VALUE, near));
        }
        return near == 0 ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    /** The bytes of {@code x'ff'} or {@code b'1'}, one character for each. */
    static String fromBits(String literal) {
        boolean hex = literal.toLowerCase(Locale.ROOT).startsWith("x") || literal.startsWith("0x");
        String digits = literal.startsWith("0x") ? literal.substring(2) : literal.substring(2, literal.length() - 1);
        byte[] bytes = hex
                ? HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits)
                : new java.math.BigInteger(digits.isEmpty() ? "0" : digits, 2).toByteArray();
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
        String padded = text.replaceAll(" +$", "");
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
