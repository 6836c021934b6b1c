package dev.dmock.go;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of decoding a percent-encoded text.
 *
 * @param wrong the first escape that is none; null if all are right
 */
public record UnescapeResult(String text, @Nullable String wrong) {

    private static final int ESCAPE = 3;

    /** Decodes a text of bytes; in a query a plus sign is a blank. */
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

    /** What Go says of the escape that is none. */
    public String error() {
        String escape = wrong == null ? "" : wrong;
        return "invalid URL escape " + GoText.quote(escape.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
