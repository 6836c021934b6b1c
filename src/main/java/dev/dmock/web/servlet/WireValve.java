package dev.dmock.web.servlet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Leaves the server's side of each answer where {@link WireResponse} finds it. */
final class WireValve extends ValveBase {

    WireValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(WireResponse.SERVER_SIDE, response.getCoyoteResponse());
        getNext().invoke(request, response);
    }
}
