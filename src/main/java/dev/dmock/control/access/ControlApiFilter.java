package dev.dmock.control.access;

import dev.dmock.web.servlet.FilterOrder;
import dev.dmock.web.wrapper.SpaceRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Applies the access rules to requests to the control API; other requests pass unchanged. */
@Component
@Order(FilterOrder.SPACE + 10)
class ControlApiFilter extends OncePerRequestFilter {

    private static final String CONTROL = "/_dmock";
    private static final String PAGE_FILES = "/_dmock/webjars/";
    private static final String TRACE = "TRACE";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ControlAccessProperties access;
    private final ControlAccessPolicy policy;

    ControlApiFilter(ControlAccessProperties access) {
        this.access = access;
        this.policy = new ControlAccessPolicy(AllowedHosts.ofThisMachine(access.hosts()), access.token());
    }

    /** An error in the format of the control API. */
    record Wrong(String path, String error) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean control = isControl(path);
        boolean here = access.port() == null || control == (request.getLocalPort() == access.port());
        if (!here) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getOutputStream().write("404 page not found\n".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (!control) {
            chain.doFilter(request, response);
            return;
        }
        SpaceRequest sent = Objects.requireNonNull(WebUtils.getNativeRequest(request, SpaceRequest.class));
        Optional<ControlAccessPolicy.Refusal> refusal = policy.refusal(request, path, sent.getContentType());
        if (refusal.isEmpty()) {
            refusal = ControlRequestValidator.refusal(request, sent);
        }
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        } else {
            chain.doFilter(request.getMethod().equals(TRACE) ? new Untraced(request) : request, response);
        }
    }

    /** Renames the method TRACE, which Spring would echo, so that Spring rejects it as unsupported. */
    private static final class Untraced extends HttpServletRequestWrapper {

        Untraced(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return TRACE.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The static files of web pages are not part of the control API, since the DM API's documentation page uses them,
     * too.
     */
    private static boolean isControl(String path) {
        return (path.equals(CONTROL) || path.startsWith(CONTROL + "/")) && !path.startsWith(PAGE_FILES);
    }

    private static void refuse(HttpServletResponse response, ControlAccessPolicy.Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(new Wrong("", refusal.reason())));
    }
}
