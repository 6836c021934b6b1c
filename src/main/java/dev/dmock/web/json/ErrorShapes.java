package dev.dmock.web.json;

import dev.dmock.error.DmError;
import dev.dmock.go.Json;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.version.Generation;
import dev.dmock.web.wrapper.RawContentType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Writes errors of the DM API in the format of a generation. */
@Component
public class ErrorShapes {

    private static final String UNEXPECTED = "unexpected error in DMock, please see its log";

    private final ErrorTexts texts;

    ErrorShapes(ErrorTexts texts) {
        this.texts = texts;
    }

    /** Sends a DM error: status 400 in every version. */
    public void send(HttpServletResponse response, Generation generation, DmError error) throws IOException {
        String text = texts.text(generation, error);
        send(response, HttpServletResponse.SC_BAD_REQUEST, generation, error.code(), text);
    }

    /** Sends an internal error of DMock, which no DM version returns. */
    public void sendUnexpected(HttpServletResponse response, Generation generation) throws IOException {
        send(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, generation, 0, UNEXPECTED);
    }

    private static void send(HttpServletResponse response, int status, Generation generation, int code, String text)
            throws IOException {
        Json.Obj body = Json.Obj.empty().with("error_code", Json.of(code)).with("error_msg", Json.of(text));
        JsonShape shape = JsonShape.of(generation);
        RawContentType.send(response, status, shape.contentType(), shape.write(body));
    }
}
