package dev.dmock.web.wrapper;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** An answer to which nobody can add an error page: behind the request layer an error can only be one of the program. */
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

    /** Says that an error page was asked for. */
    static final class ErrorPageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ErrorPageException(String message) {
            super(message);
        }
    }
}
