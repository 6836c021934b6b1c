package dev.dmock.management;

import dev.dmock.time.MachineTime;
import dev.dmock.web.DmRequest;
import dev.dmock.web.servlet.FilterOrder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts and times requests by operation and status; requests that match no operation share one entry. */
@Component
@Order(FilterOrder.SPACE + 5)
class RequestMeter extends OncePerRequestFilter {

    private final RequestCounts counts;
    private final MachineTime machine;

    RequestMeter(RequestCounts counts, MachineTime machine) {
        this.counts = counts;
        this.machine = machine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = machine.ticks();
        try {
            chain.doFilter(request, response);
        } finally {
            counts.add(operation(request), response.getStatus(), machine.ticks() - begun);
        }
    }

    private static String operation(HttpServletRequest request) {
        String other = request.getRequestURI().startsWith("/_dmock") ? "control" : "none";
        return DmRequest.of(request).map(DmRequest::operationId).orElse(other);
    }
}
