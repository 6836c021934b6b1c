package dev.dmock.journal;

import dev.dmock.web.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request or an answer, without secrets.
 *
 * @param text as it was, but for secrets; of JSON, without white space
 * @param size how many bytes there were
 * @param cut whether only the beginning was kept
 */
public record Content(String text, long size, boolean cut) {

    /** What is kept of one body at most. */
    static final int MOST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Content of(byte[] bytes, long size) {
        boolean cut = size > MOST;
        String text = new String(bytes, 0, Math.min(bytes.length, MOST), StandardCharsets.UTF_8);
        JsonNode json = cut ? null : parsed(text);
        return new Content(
                json == null ? Secrets.masked(text) : Secrets.masked(json).toString(), size, cut);
    }

    /** The body as JSON, if it is that. */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(cut ? null : parsed(text));
    }

    private static @Nullable JsonNode parsed(String text) {
        String trimmed = text.stripLeading();
        if (trimmed.isEmpty() || "{[\"".indexOf(trimmed.charAt(0)) < 0) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null; // then it is kept as text
        }
    }
}
