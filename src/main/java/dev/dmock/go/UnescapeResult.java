package dev.dmock.go;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of percent-decoding a text.
 *
 * @param wrong the first invalid escape; null if all are valid
 */
public record UnescapeResult(String text, @Nullable String wrong) {

    private static final int ESCAPE = 3;

    /** Decodes a text of bytes; in a query, a plus sign is a space. */
    public static UnescapeResult of(String encoded, boolean inQuery) {
        StringBuilder out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                String escape = encoded.substring(i, Math.min(i + ESCAPE, encoded.length()));
                if (escape.length() < ESCAPE || !isHex(escape.charAt(1)) || !isHex(escape.charAt(2))) {
                    return new UnescapeResult("", escape);
                }
                out.append((char) Integer.parseInt(escape.substring(1), 16));
                i += 2;
            } else {
                out.append(inQuery && c == '+' ? ' ' : c);
            }
        }
        return new UnescapeResult(out.toString(), null);
    }

    Optional<String> value() {
        return wrong == null ? Optional.of(text) : Optional.empty();
    }

    /** Returns Go's error text for the invalid escape. */
    public String error() {
        String escape = wrong == null ? "" : wrong;
        return "invalid URL escape " + GoText.quote(escape.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
