package dev.dmock.journal;

import dev.dmock.web.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request or an answer: stored unparsed, since few bodies are read, and shown without secrets. */
public final class JournaledBody {

    /** The number of bytes that are stored of one body. */
    static final int MOST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] bytes;
    private final long size;

    private JournaledBody(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * Creates a body.
     *
     * @param bytes the beginning of the body, which must not be modified afterwards
     * @param size the size of the whole body in bytes
     */
    static JournaledBody of(byte[] bytes, long size) {
        return new JournaledBody(bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes, size);
    }

    /** Returns the size of the whole body in bytes. */
    public long size() {
        return size;
    }

    /** Returns whether only the beginning is stored. */
    public boolean cut() {
        return size > MOST;
    }

    /** Returns the body without secrets; JSON is returned without white space. */
    public String text() {
        return json().map(JsonNode::toString).orElseGet(() -> Secrets.masked(raw()));
    }

    /** Returns the body as JSON without secrets, or empty if it is not JSON. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(cut() ? null : parsed(raw())).map(Secrets::masked);
    }

    /** Returns the approximate memory use in bytes. */
    int weight() {
        return bytes.length;
    }

    /** Returns whether the body contains a text, which must be ASCII. */
    boolean mentions(String ascii) {
        int last = bytes.length - ascii.length();
        for (int i = 0; i <= last; i++) {
            int k = 0;
            while (k < ascii.length() && bytes[i + k] == ascii.charAt(k)) {
                k++;
            }
            if (k == ascii.length()) {
                return true;
            }
        }
        return false;
    }

    /** Matches a pattern in the raw body; do not show the result to clients if it can contain secrets. */
    Stream<MatchResult> occurrences(Pattern pattern) {
        return pattern.matcher(raw()).results();
    }

    private String raw() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable JsonNode parsed(String text) {
        String trimmed = text.stripLeading();
        if (trimmed.isEmpty() || "{[\"".indexOf(trimmed.charAt(0)) < 0) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null; // the caller shows it as text
        }
    }
}
