package dev.dmock.web.servlet;

import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/** Drops the connection of a request: what was flushed is sent, and nothing else. */
public final class HangUp {

    private static final String HANGED_UP = HangUp.class.getName();

    private HangUp() {}

    /** Whether that was done. */
    public static boolean happened(ServletRequest request) {
        return request.getAttribute(HANGED_UP) != null;
    }

    public static void now(ServletRequest request) {
        request.setAttribute(HANGED_UP, true);
        Response server = (Response) request.getAttribute(WireResponse.SERVER_SIDE);
        if (server != null) {
            server.action(ActionCode.CLOSE_NOW, null);
        }
    }
}
