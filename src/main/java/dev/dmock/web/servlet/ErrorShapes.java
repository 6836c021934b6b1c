package dev.dmock.web.servlet;

import dev.dmock.error.DmError;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.space.Generation;
import dev.dmock.web.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Errors of the DM API in the shape and the words of a generation. */
@Component
class ErrorShapes {

    private static final String UNEXPECTED = "unexpected error in DMock, please see its log";

    private final Map<Generation, ErrorCatalogue> catalogues = new EnumMap<>(Generation.class);

    /** Answers an error of DM: 400 in every version. */
    void send(HttpServletResponse response, Generation generation, DmError error) throws IOException {
        send(
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                generation,
                error.code(),
                catalogue(generation).text(error));
    }

    /** Answers what no version does: a mistake in this program. */
    void sendUnexpected(HttpServletResponse response, Generation generation) throws IOException {
        send(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, generation, 0, UNEXPECTED);
    }

    private static void send(HttpServletResponse response, int status, Generation generation, int code, String text)
            throws IOException {
        Json.Obj body = Json.Obj.empty().with("error_code", Json.of(code)).with("error_msg", Json.of(text));
        JsonShape shape = JsonShape.of(generation);
        Wire.send(response, status, shape.contentType(), shape.write(body));
    }

    private ErrorCatalogue catalogue(Generation generation) {
        synchronized (catalogues) {
            return catalogues.computeIfAbsent(generation, g -> ErrorCatalogue.load(g.key()));
        }
    }
}
