package dev.dmock.go;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request's path and query as Go's {@code net/url} sees them. All paths are texts of bytes (one char for one byte),
 * since what they mean as UTF-8 only shows when they are decoded.
 *
 * @param path the decoded path
 * @param rawPath the path as sent, where encoding {@code path} anew would give another one; else empty
 */
public record GoUrl(String path, String rawPath, @Nullable String query) {

    /** Bytes that stand in a path as they are when Go encodes it. */
    private static final String PLAIN_IN_PATH = "$&+,/:;=@-_.~";

    private static final String SEMICOLON = "invalid semicolon separator in query";
    /** Further bytes that Go lets through in a path that is already encoded. */
    private static final String VALID_IN_PATH = "!'()*[]%";

    /** Empty if the path is not properly encoded. */
    public static Optional<GoUrl> parse(String rawPath, @Nullable String query) {
        return UnescapeResult.of(rawPath, false)
                .value()
                .map(path -> new GoUrl(path, encode(path).equals(rawPath) ? "" : rawPath, query));
    }

    /** The path as the validator looks at it: as sent if that was valid, else encoded anew. */
    public String escapedPath() {
        return !rawPath.isEmpty() && isValid(rawPath) ? rawPath : encode(path);
    }

    /** The same path and query at another path. */
    public GoUrl at(String otherPath) {
        return new GoUrl(otherPath, "", query);
    }

    /** Path and query, encoded. */
    public String text() {
        return escapedPath() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    /** The query's values by name; pairs that are not properly encoded are left out. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs()) {
            if (!pair.isEmpty() && fault(pair).isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(characters(UnescapeResult.of(name, true).text()), n -> new ArrayList<>())
                        .add(characters(UnescapeResult.of(value, true).text()));
            }
        }
        return values;
    }

    /** What Go says of a query that is not properly encoded: of semicolons, else of the first escape that is none. */
    public Optional<String> queryFault() {
        return formFault(query == null ? "" : query);
    }

    /** Why a text cannot be read as a form. */
    public static Optional<String> formFault(String form) {
        String[] pairs = form.split("&", -1);
        return Arrays.stream(pairs).anyMatch(pair -> pair.contains(";"))
                ? Optional.of(SEMICOLON)
                : Arrays.stream(pairs).flatMap(pair -> fault(pair).stream()).findFirst();
    }

    private String[] pairs() {
        return query == null ? new String[0] : query.split("&", -1);
    }

    private static Optional<String> fault(String pair) {
        if (pair.contains(";")) {
            return Optional.of(SEMICOLON);
        }
        return Arrays.stream(pair.split("=", 2))
                .map(part -> UnescapeResult.of(part, true))
                .filter(part -> part.wrong() != null)
                .map(UnescapeResult::error)
                .findFirst();
    }

    /** A text of bytes as characters. */
    public static String characters(String bytes) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return GoText.utf8(raw, 0, raw.length);
    }

    /** Encodes a decoded path as Go does. */
    public static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (isAlphanumeric(c) || PLAIN_IN_PATH.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isValid(String encoded) {
        return encoded.chars()
                .allMatch(c -> isAlphanumeric(c) || PLAIN_IN_PATH.indexOf(c) >= 0 || VALID_IN_PATH.indexOf(c) >= 0);
    }

    private static boolean isAlphanumeric(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
