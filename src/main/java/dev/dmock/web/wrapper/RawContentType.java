package dev.dmock.web.wrapper;

import dev.dmock.web.request.RequestDecision.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends complete responses with an unchanged content type. */
public final class RawContentType {

    private RawContentType() {}

    public static void send(HttpServletResponse response, Refused refused) throws IOException {
        refused.headers().forEach(response::setHeader);
        send(response, refused.status(), refused.contentType(), refused.body());
    }

    /** Sends a response; without a content type it has no body. */
    public static void send(HttpServletResponse response, int status, @Nullable String contentType, String body)
            throws IOException {
        send(response, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpServletResponse response, int status, @Nullable String contentType, byte[] bytes)
            throws IOException {
        response.setStatus(status);
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
