package dev.dmock.conformance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer as it came over the wire. */
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    public Reply {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The values of a header, joined by commas; null if it is missing. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(", ", values);
    }

    boolean isRedirect() {
        return List.of(301, 302, 303, 307, 308).contains(status) && header("Location") != null;
    }

    public String text() {
        return new String(body, charset());
    }

    /** The answer in the form in which cases expect it: status, media type, body as JSON or else as text, chosen headers. */
    public ObjectNode seen(List<String> shownHeaders) {
        ObjectNode seen = JsonNodeFactory.instance.objectNode().put("status", status);
        if (body.length > 0) {
            seen.put("type", contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
            JsonNode json = json();
            if (json == null) {
                seen.put("text", text());
            } else {
                seen.set("json", json);
            }
        }
        if (!shownHeaders.isEmpty()) {
            ObjectNode shown = seen.putObject("headers");
            shownHeaders.forEach(name -> shown.put(name, header(name)));
        }
        return seen;
    }

    private @Nullable JsonNode json() {
        try {
            JsonNode json = CaseJson.read(new String(body, StandardCharsets.UTF_8));
            return json.isMissingNode() ? null : json;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private String contentType() {
        String type = header("Content-Type");
        return type == null ? "" : type;
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(contentType());
        if (named.find()) {
            return Charset.forName(named.group(1));
        }
        return contentType().startsWith("text/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
