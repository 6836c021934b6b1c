package dev.dmock.web.tomcat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is answered to requests that no filter gets to see, such as one without a proper request line: the status in one
 * line, as Go's server does it, and never a page or a stack trace. Tomcat makes it by its name.
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
