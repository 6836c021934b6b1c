package dev.dmock.web.wrapper;

import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.web.util.WebUtils;

/** An answer that is sent when it is complete, unless somebody wants its beginning to be sent now. */
public interface FlushableResponse {

    /** Sends what there is. */
    void sendNow() throws IOException;

    /** Sends what there is of an answer. */
    static void push(ServletResponse response) throws IOException {
        response.flushBuffer();
        FlushableResponse held = WebUtils.getNativeResponse(response, FlushableResponse.class);
        if (held != null) {
            held.sendNow();
        }
    }
}
