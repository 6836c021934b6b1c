package dev.dmock.conformance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as it goes over the wire.
 *
 * @param target path and query, percent-encoded, sent as it stands
 */
public record Call(String method, String base, String target, Map<String, String> headers, byte @Nullable [] body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public static Call of(String method, String base, String target) {
        return new Call(method, base, target, Map.of(), null);
    }

    /** The same request with a body of this type. */
    public Call with(String contentType, String text) {
        return new Call(method, base, target, Map.of(CONTENT_TYPE, contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a step of a case sends; {@code base} is used unless the step names a master. */
    public static Call of(JsonNode send, Masters masters) {
        Map<String, String> headers = new LinkedHashMap<>();
        send.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        String text = null;
        if (send.has("json")) {
            text = CaseJson.write(send.get("json"));
            if (headers.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
                headers.put(CONTENT_TYPE, "application/json");
            }
        } else if (send.has("text")) {
            text = send.get("text").asString();
        }
        return new Call(
                send.get("method").asString(),
                send.has("base") ? masters.locate(send.get("base").asString()) : masters.first(),
                send.get("path").asString(),
                headers,
                text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** The request that a client makes when it is answered with this status and location; the caller has checked that it is a redirect. */
    Call redirected(int status, String location) {
        int authority = location.startsWith("http://") ? location.indexOf('/', "http://".length()) : 0;
        if (authority < 0 || authority == 0 && !location.startsWith("/")) {
            throw new IllegalStateException("cannot follow Location: " + location);
        }
        String newBase = authority == 0 ? base : location.substring(0, authority);
        String newTarget = location.substring(authority);
        boolean becomesGet = status == 303 || status == 302 || status == 301 && method.equals("POST");
        return becomesGet && !method.equals("HEAD")
                ? Call.of("GET", newBase, newTarget)
                : new Call(method, newBase, newTarget, headers, body);
    }
}
