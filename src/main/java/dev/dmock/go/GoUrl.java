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
 * A request's path and query as Go's {@code net/url} parses them. All paths are byte strings (one char per byte),
 * because only decoding shows whether they are valid UTF-8.
 *
 * @param path the decoded path
 * @param rawPath the path as sent if re-encoding {@code path} would differ; else empty
 */
public record GoUrl(String path, String rawPath, @Nullable String query) {

    /** Bytes that Go does not escape in a path. */
    private static final String PLAIN_IN_PATH = "$&+,/:;=@-_.~";

    private static final String SEMICOLON = "invalid semicolon separator in query";
    /** Further bytes that Go accepts in an encoded path. */
    private static final String VALID_IN_PATH = "!'()*[]%";

    /** Parses a path and a query; empty if the path is not properly encoded. */
    public static Optional<GoUrl> parse(String rawPath, @Nullable String query) {
        return UnescapeResult.of(rawPath, false)
                .value()
                .map(path -> new GoUrl(path, encode(path).equals(rawPath) ? "" : rawPath, query));
    }

    /** Returns the path that the validator matches: as sent if it was valid, else re-encoded. */
    public String escapedPath() {
        return !rawPath.isEmpty() && isValid(rawPath) ? rawPath : encode(path);
    }

    /** Returns a copy with another path. */
    public GoUrl at(String otherPath) {
        return new GoUrl(otherPath, "", query);
    }

    /** Returns the encoded path and query. */
    public String text() {
        return escapedPath() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    /** Returns the query's values by name without invalidly encoded pairs. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs()) {
            if (!pair.isEmpty() && error(pair).isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(characters(UnescapeResult.of(name, true).text()), n -> new ArrayList<>())
                        .add(characters(UnescapeResult.of(value, true).text()));
            }
        }
        return values;
    }

    /**
     * Returns Go's error text for an invalidly encoded query: for a semicolon first, else for the first invalid escape.
     */
    public Optional<String> queryError() {
        return formError(query == null ? "" : query);
    }

    /** Returns why a text cannot be parsed as a form. */
    public static Optional<String> formError(String form) {
        String[] pairs = form.split("&", -1);
        return Arrays.stream(pairs).anyMatch(pair -> pair.contains(";"))
                ? Optional.of(SEMICOLON)
                : Arrays.stream(pairs).flatMap(pair -> error(pair).stream()).findFirst();
    }

    private String[] pairs() {
        return query == null ? new String[0] : query.split("&", -1);
    }

    private static Optional<String> error(String pair) {
        if (pair.contains(";")) {
            return Optional.of(SEMICOLON);
        }
        return Arrays.stream(pair.split("=", 2))
                .map(part -> UnescapeResult.of(part, true))
                .filter(part -> part.wrong() != null)
                .map(UnescapeResult::error)
                .findFirst();
    }

    /** Decodes a byte string as UTF-8. */
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
