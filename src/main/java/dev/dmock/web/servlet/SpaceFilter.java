package dev.dmock.web.servlet;

import dev.dmock.space.store.SpaceName;
import dev.dmock.web.RequestedSpace;
import dev.dmock.web.wrapper.SpaceRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Resolves the space of a request: by path prefix, which later filters do not see, else by header, else the default
 * space. Only this class knows how spaces are addressed.
 */
@Component
@Order(FilterOrder.SPACE)
class SpaceFilter extends OncePerRequestFilter {

    private static final String SPACES = "/_dmock/spaces/";
    private static final String HEADER = "X-DMock-Space";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        int end = path.startsWith(SPACES) ? path.indexOf('/', SPACES.length()) : -1;
        String named = end < 0 ? "" : path.substring(SPACES.length(), end);
        if (SpaceName.isValid(named)) {
            String prefix = SPACES + named;
            new RequestedSpace(new SpaceName(named), prefix).remember(request);
            chain.doFilter(new SpaceRequest(request, path.substring(prefix.length())), response);
            return;
        }
        if (end >= 0) {
            refuse(response, "name");
            return;
        }
        String header = request.getHeader(HEADER);
        if (header != null && !SpaceName.isValid(header)) {
            refuse(response, HEADER);
            return;
        }
        new RequestedSpace(header == null ? SpaceName.DEFAULT : new SpaceName(header), "").remember(request);
        chain.doFilter(new SpaceRequest(request, path), response);
    }

    /** Refuses an invalid space name in the control API's format on every path, because no DM version applies. */
    private static void refuse(HttpServletResponse response, String path) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String error = "the name of a space has to be " + SpaceName.FORM;
        response.getOutputStream()
                .write("{\"path\":\"%s\",\"error\":\"%s\"}"
                        .formatted(path, error)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
