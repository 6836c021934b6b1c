package dev.dmock.web.tomcat;

import dev.dmock.web.wrapper.RawContentTypeResponse;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/** Stores Tomcat's internal response for {@link RawContentTypeResponse} and closes connections during shutdown. */
final class ExchangeValve extends ValveBase {

    ExchangeValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector().getProtocolHandler() instanceof LenientHttp11Protocol protocol
                && protocol.isStopping()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        request.setAttribute(RawContentTypeResponse.SERVER_SIDE, response.getCoyoteResponse());
        getNext().invoke(request, response);
    }
}
