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

/** The body of a request or an answer: kept as it was, since few are ever looked at, and shown without secrets. */
public final class JournaledBody {

    /** What is kept of one body at most. */
    static final int MOST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] bytes;
    private final long size;

    private JournaledBody(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * A body.
     *
     * @param bytes its beginning; not to be changed any more
     * @param size how many bytes there were
     */
    static JournaledBody of(byte[] bytes, long size) {
        return new JournaledBody(bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes, size);
    }

    /** How many bytes there were. */
    public long size() {
        return size;
    }

    /** Whether only the beginning was kept. */
    public boolean cut() {
        return size > MOST;
    }

    /** The body, but for secrets; of JSON, without white space. */
    public String text() {
        return json().map(JsonNode::toString).orElseGet(() -> Secrets.masked(raw()));
    }

    /** The body as JSON, but for secrets, if it is JSON. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(cut() ? null : parsed(raw())).map(Secrets::masked);
    }

    /** About how much memory it takes. */
    int weight() {
        return bytes.length;
    }

    /** Whether the body has these characters somewhere, all of which are ASCII. */
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

    /** Where the body, as it was, has a pattern; not to be shown to anybody if it can match secrets. */
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
            return null; // then it is text
        }
    }
}
