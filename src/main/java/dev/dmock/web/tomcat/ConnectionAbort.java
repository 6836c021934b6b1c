package dev.dmock.web.tomcat;

import dev.dmock.web.wrapper.RawContentTypeResponse;
import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/** Drops the connection of a request; only data flushed before is sent. */
public final class ConnectionAbort {

    private static final String ABORTED = ConnectionAbort.class.getName();

    private ConnectionAbort() {}

    /** Returns whether the connection was dropped. */
    public static boolean happened(ServletRequest request) {
        return request.getAttribute(ABORTED) != null;
    }

    public static void now(ServletRequest request) {
        request.setAttribute(ABORTED, true);
        Response server = (Response) request.getAttribute(RawContentTypeResponse.SERVER_SIDE);
        if (server != null) {
            server.action(ActionCode.CLOSE_NOW, null);
        }
    }
}
