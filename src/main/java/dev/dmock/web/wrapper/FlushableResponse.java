package dev.dmock.web.wrapper;

import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.web.util.WebUtils;

/** A buffered response that can be flushed early. */
public interface FlushableResponse {

    /** Sends the buffered part now. */
    void sendNow() throws IOException;

    /** Sends the buffered part of a response now. */
    static void push(ServletResponse response) throws IOException {
        response.flushBuffer();
        FlushableResponse held = WebUtils.getNativeResponse(response, FlushableResponse.class);
        if (held != null) {
            held.sendNow();
        }
    }
}
