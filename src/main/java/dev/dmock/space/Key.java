package dev.dmock.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Natural keys of one or several parts, unambiguous whatever the parts contain, and storable as text anywhere. */
public final class Key {

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST_PART = 200;
    private static final int MOST_DIGITS = 19;

    private Key() {}

    public static String of(String... parts) {
        return Arrays.stream(parts).map(Key::escape).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /** A number as a part of a key, so that the order of keys is that of the numbers. */
    static String number(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, MOST_DIGITS - digits.length())) + digits;
    }

    /** The first part of a key, as it is in the key. */
    static String first(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    /** What all keys begin with whose first parts are {@code parts}, when there are more parts. */
    static String prefix(String... parts) {
        return of(parts) + SEPARATOR;
    }

    /** The first key that is behind all keys with this prefix. */
    static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) (SEPARATOR + 1);
    }

    private static String escape(String part) {
        String escaped = part.replace("\\", "\\\\").replace("\u0000", "\\0").replace(String.valueOf(SEPARATOR), "\\u");
        return escaped.length() <= LONGEST_PART ? escaped : escaped.substring(0, LONGEST_PART / 2) + digest(part);
    }

    /** Stands for the rest of a part that is too long for an index. */
    private static String digest(String part) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8));
            return "\\#" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
