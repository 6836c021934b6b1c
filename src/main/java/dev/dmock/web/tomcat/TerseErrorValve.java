package dev.dmock.web.tomcat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Answers requests that reach no filter, such as one with an invalid request line: one line with the status, as Go's
 * server does, without an HTML page or stack trace. Tomcat creates it by class name.
 */
public final class TerseErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        String line = status + (known == null ? "" : " " + known.getReasonPhrase());
        try {
            response.getCoyoteResponse().setContentTypeNoCharset("text/plain; charset=utf-8");
            response.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("An error could not be answered", e);
        }
    }
}
