package dev.dmock.go;

import java.nio.charset.StandardCharsets;

/** Handles text as Go's strconv and utf8 do. */
public final class GoText {

    private static final char REPLACEMENT = '\uFFFD';

    private GoText() {}

    /** Quotes a text as {@code %q} does. */
    public static String quote(String text) {
        return quote(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Quotes bytes; bytes that are not valid UTF-8 are escaped. */
    public static String quote(byte[] bytes) {
        StringBuilder out = new StringBuilder("\"");
        int i = 0;
        while (i < bytes.length) {
            int length = sequence(bytes, i, bytes.length);
            if (length == 0) {
                out.append(String.format("\\x%02x", bytes[i] & 0xFF));
                i++;
            } else {
                int c = new String(bytes, i, length, StandardCharsets.UTF_8).codePointAt(0);
                out.append(c == '"' ? "\\\"" : escaped(c));
                i += length;
            }
        }
        return out.append('"').toString();
    }

    /** Quotes a byte in single quotes, as the JSON scanner does for an unexpected byte. */
    static String quoteByte(int b) {
        return b == '\'' ? "'\\''" : b == '"' ? "'\"'" : "'" + escaped(b) + "'";
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case 0x07 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0x0B -> "\\v";
            default ->
                printable(c)
                        ? Character.toString(c)
                        : c < 0x80
                                ? String.format("\\x%02x", c)
                                : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
        };
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    /** Decodes bytes as UTF-8; each invalid byte becomes one replacement character. */
    public static String utf8(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int length = sequence(bytes, i, to);
            if (length == 0) {
                out.append(REPLACEMENT);
                i++;
            } else {
                out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return out.toString();
    }

    /** Returns how many bytes from {@code i} on form one character; 0 if they are invalid. */
    private static int sequence(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length < 2) {
            return length;
        }
        if (i + length > to) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
