package dev.dmock.web.tomcat;

import dev.dmock.web.wrapper.RawContentTypeResponse;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tomcat's internal view of a request; {@link ExchangeValve} provides it. */
public final class ServerExchange {

    private static final Logger LOG = LoggerFactory.getLogger(ServerExchange.class);

    private final @Nullable Response server;

    private ServerExchange(@Nullable Response server) {
        this.server = server;
    }

    public static ServerExchange of(ServletRequest request) {
        return new ServerExchange((Response) request.getAttribute(RawContentTypeResponse.SERVER_SIDE));
    }

    /** Returns how many bytes of the body can be read without blocking. */
    public long arrived() {
        if (server == null) {
            return Long.MAX_VALUE;
        }
        Request request = server.getRequest();
        request.action(ActionCode.AVAILABLE, false);
        return request.getAvailable();
    }

    /** Returns the server's current client timeout, in milliseconds. */
    public int patience() {
        return server != null
                        && container(server).getRequest().getConnector().getProtocolHandler()
                                instanceof LenientHttp11Protocol protocol
                ? protocol.getConnectionTimeout()
                : Integer.MAX_VALUE;
    }

    /** Refuses a request with one line, as Go's server does, and discards the rest of its body. */
    public void refuse(HttpStatus status, HttpServletResponse response) {
        if (server != null) {
            container(server).setSuspended(false); // Tomcat suspends the response after a broken body
        }
        if (response.isCommitted()) {
            return;
        }
        String line = status.value() + " " + status.getReasonPhrase();
        response.setStatus(status.value());
        response.setContentLength(line.length());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (server != null) {
            server.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            server.setContentTypeNoCharset("text/plain; charset=utf-8");
        }
        try {
            response.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.debug("A request could not be refused", gone);
        }
    }

    private static org.apache.catalina.connector.Response container(Response server) {
        return (org.apache.catalina.connector.Response) server.getNote(CoyoteAdapter.ADAPTER_NOTES);
    }
}
