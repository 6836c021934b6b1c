package dev.dmock.task.config.file;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain text stands for in YAML as Go's package reads it.
 *
 * @param tag the type, in short form
 * @param value a String, Boolean, BigInteger or Double; null for nothing; of a time just the text
 */
record GoScalar(String tag, @Nullable Object value) {

    private static final Set<String> TRUE = variants("true", "yes", "on", "y");
    private static final Set<String> FALSE = variants("false", "no", "off", "n");
    private static final Set<String> NOTHING = variants("null", "", "~");
    private static final Set<String> RESOLVABLE =
            Set.of("", "!!str", "!!bool", "!!int", "!!float", "!!null", "!!timestamp");
    private static final Map<String, Double> SPECIAL = Map.of(
            "nan", Double.NaN,
            "inf", Double.POSITIVE_INFINITY,
            "+inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY);
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INTEGER =
            Pattern.compile("([-+]?)(0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))");
    private static final Pattern TIME = Pattern.compile("([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
            + "([Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
            + "| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(\\.[0-9]+)?)?");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger SMALLEST = BigInteger.ONE.shiftLeft(63).negate();

    /** Reads a text under a tag; refuses one that is not of the type which the tag says. */
    static GoScalar resolve(String tag, String text) {
        if (tag.equals("!!binary")) {
            return new GoScalar(tag, decoded(text));
        }
        if (!RESOLVABLE.contains(tag)) {
            return new GoScalar(tag, text);
        }
        GoScalar found = tag.equals("!!str") ? new GoScalar("!!str", text) : untagged(text, tag);
        if (tag.isEmpty() || tag.equals(found.tag)) {
            return found;
        }
        if (tag.equals("!!float") && found.value instanceof BigInteger whole) {
            return new GoScalar(tag, whole.doubleValue());
        }
        throw new YamlProblem("yaml: cannot decode " + found.tag + " `" + text + "` as a " + tag);
    }

    /** Whether a text can be written as it is and is read as a text again. */
    static boolean isText(String text) {
        return resolve("", text).tag.equals("!!str") && !BASE_60.matcher(text).matches();
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text.replaceAll("[\\r\\n]", "")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new YamlProblem("yaml: !!binary value contains invalid base64 data");
        }
    }

    private static GoScalar untagged(String text, String tag) {
        if (NOTHING.contains(text)) {
            return new GoScalar("!!null", null);
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new GoScalar("!!bool", TRUE.contains(text));
        }
        if ((tag.isEmpty() || tag.equals("!!timestamp")) && isTime(text)) {
            return new GoScalar("!!timestamp", text);
        }
        Object number = "+-.0123456789".indexOf(text.charAt(0)) < 0 ? null : number(text);
        return number == null
                ? new GoScalar("!!str", text)
                : new GoScalar(number instanceof Double ? "!!float" : "!!int", number);
    }

    private static @Nullable Object number(String text) {
        int sign = "+-".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        if (text.startsWith(".", sign)) {
            String name = text.substring(0, sign) + text.substring(sign + 1);
            boolean known = variants("nan", "inf").contains(text.substring(sign + 1));
            Double special = known ? SPECIAL.get(name.toLowerCase(Locale.ROOT)) : null;
            if (special != null) {
                return special;
            }
        }
        String plain = sign == 0 && text.startsWith(".") ? text : text.replace("_", "");
        BigInteger whole = whole(plain);
        if (whole != null) {
            return whole;
        }
        Double number = FLOAT.matcher(plain).matches() ? Double.valueOf(plain) : null;
        return number == null || number.isInfinite() ? null : number;
    }

    private static @Nullable BigInteger whole(String text) {
        Matcher parts = INTEGER.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        BigInteger amount = parts.group(3) != null
                ? new BigInteger(parts.group(3), 16)
                : parts.group(4) != null
                        ? new BigInteger(parts.group(4), 2)
                        : parts.group(5) != null ? new BigInteger(parts.group(5), 8) : new BigInteger(parts.group(6));
        BigInteger signed = parts.group(1).equals("-") ? amount.negate() : amount;
        return signed.compareTo(SMALLEST) < 0 || signed.compareTo(LARGEST) > 0 ? null : signed;
    }

    private static boolean isTime(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        String[] date = parts.group(1).split("-");
        try {
            LocalDate.of(Integer.parseInt(date[0]), Integer.parseInt(date[1]), Integer.parseInt(date[2]));
        } catch (DateTimeException e) {
            return false;
        }
        int first = parts.group(3) != null ? 3 : 8;
        return parts.group(first) == null
                || Integer.parseInt(parts.group(first)) < 24
                        && Integer.parseInt(parts.group(first + 1)) < 60
                        && Integer.parseInt(parts.group(first + 2)) < 60;
    }

    /** Each name in lower case, with a capital letter, and in upper case. */
    private static Set<String> variants(String... names) {
        Set<String> variants = new HashSet<>();
        for (String name : names) {
            variants.add(name);
            variants.add(name.toUpperCase(Locale.ROOT));
            variants.add(name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        return Set.copyOf(variants);
    }
}
