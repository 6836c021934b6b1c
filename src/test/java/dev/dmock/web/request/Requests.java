package dev.dmock.web.request;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes requests as they come from the wire. */
final class Requests {

    private Requests() {}

    static RawRequest of(String method, String target, @Nullable String type, String body) {
        String bytes = new String(target.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int query = bytes.indexOf('?');
        return new RawRequest(
                method,
                "",
                query < 0 ? bytes : bytes.substring(0, query),
                query < 0 ? null : bytes.substring(query + 1),
                type,
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** What becomes of a request to a leader. */
    static RequestDecision outcome(RequestLayer layer, RawRequest request) {
        return layer.frontDoor(request).<RequestDecision>map(refused -> refused).orElseGet(() -> layer.judge(request));
    }
}
