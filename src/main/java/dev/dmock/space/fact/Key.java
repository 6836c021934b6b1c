package dev.dmock.space.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Natural keys of one or several parts, unambiguous whatever the parts contain, and storable as text anywhere. */
public final class Key {

    private static final char SEPARATOR = '\u001f';
    private static final int MAX_PART_LENGTH = 200;
    private static final int MAX_DIGITS = 19;

    private Key() {}

    public static String of(String... parts) {
        if (parts.length == 1) {
            return escape(parts[0]);
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.append(SEPARATOR);
            }
            key.append(escape(parts[i]));
        }
        return key.toString();
    }

    /** A number as a part of a key, so that the order of keys is that of the numbers. */
    public static String number(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, MAX_DIGITS - digits.length())) + digits;
    }

    /** The first part of a key, as it is in the key. */
    public static String first(String key) {
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
        if (isPlain(part)) {
            return part;
        }
        String escaped = part.replace("\\", "\\\\").replace("\u0000", "\\0").replace(String.valueOf(SEPARATOR), "\\u");
        return escaped.length() <= MAX_PART_LENGTH ? escaped : escaped.substring(0, MAX_PART_LENGTH / 2) + digest(part);
    }

    /** Nearly all are. */
    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\' || c == 0 || c == SEPARATOR) {
                return false;
            }
        }
        return part.length() <= MAX_PART_LENGTH;
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
