package dev.dmock.web.servlet;

import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.web.util.WebUtils;

/** An answer that is sent when it is complete, unless somebody wants its beginning to be sent now. */
public interface LiveAnswer {

    /** Sends what there is. */
    void sendNow() throws IOException;

    /** Sends what there is of an answer. */
    static void push(ServletResponse response) throws IOException {
        response.flushBuffer();
        LiveAnswer held = WebUtils.getNativeResponse(response, LiveAnswer.class);
        if (held != null) {
            held.sendNow();
        }
    }
}
