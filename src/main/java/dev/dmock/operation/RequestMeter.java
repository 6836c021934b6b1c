package dev.dmock.operation;

import dev.dmock.web.DmRequest;
import dev.dmock.web.servlet.FilterOrder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts and times requests by operation and status; those that reach no operation are one operation together. */
@Component
@Order(FilterOrder.SPACE + 5)
class RequestMeter extends OncePerRequestFilter {

    private final MeterRegistry registry;

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Timer.Sample begun = Timer.start(registry);
        try {
            chain.doFilter(request, response);
        } finally {
            begun.stop(registry.timer(
                    "dmock.requests",
                    "operation",
                    operation(request),
                    "status",
                    Integer.toString(response.getStatus())));
        }
    }

    private static String operation(HttpServletRequest request) {
        String other = request.getRequestURI().startsWith("/_dmock") ? "control" : "none";
        return DmRequest.of(request).map(DmRequest::operationId).orElse(other);
    }
}
