package dev.dmock.web.wrapper;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response that turns error pages into exceptions: behind the request layer, an error page can only come from a bug.
 */
public final class NoErrorPageResponse extends HttpServletResponseWrapper {

    public NoErrorPageResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        throw new ErrorPageException(status + " " + message);
    }

    /** Reports that an error page was requested. */
    static final class ErrorPageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ErrorPageException(String message) {
            super(message);
        }
    }
}
