package dev.dmock.web.servlet;

import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/** Drops the connection of a request: what was flushed is sent, and nothing else. */
public final class HangUp {

    private HangUp() {}

    public static void now(ServletRequest request) {
        Response server = (Response) request.getAttribute(WireResponse.SERVER_SIDE);
        if (server != null) {
            server.action(ActionCode.CLOSE_NOW, null);
        }
    }
}
