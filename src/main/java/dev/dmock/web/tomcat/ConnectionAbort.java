package dev.dmock.web.tomcat;

import dev.dmock.web.wrapper.RawContentTypeResponse;
import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/** Drops the connection of a request: what was flushed is sent, and nothing else. */
public final class ConnectionAbort {

    private static final String HANGED_UP = ConnectionAbort.class.getName();

    private ConnectionAbort() {}

    /** Whether that was done. */
    public static boolean happened(ServletRequest request) {
        return request.getAttribute(HANGED_UP) != null;
    }

    public static void now(ServletRequest request) {
        request.setAttribute(HANGED_UP, true);
        Response server = (Response) request.getAttribute(RawContentTypeResponse.SERVER_SIDE);
        if (server != null) {
            server.action(ActionCode.CLOSE_NOW, null);
        }
    }
}
