package dev.dmock.fault.web;

import dev.dmock.fault.HttpFaults;
import dev.dmock.fault.HttpFaults.Answer;
import dev.dmock.fault.HttpFaults.Fate;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.DmRequest;
import dev.dmock.web.servlet.FilterOrder;
import dev.dmock.web.tomcat.ConnectionAbort;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Applies faults to accepted requests to the DM API and to their answers; requests below {@code /_dmock} pass
 * unchanged.
 */
@Component
@Order(FilterOrder.BEFORE_THE_OPERATION)
class HttpFaultFilter extends OncePerRequestFilter {

    private final Spaces spaces;
    private final HttpFaults faults;
    private final RequestDelay waiting;

    HttpFaultFilter(Spaces spaces, HttpFaults faults, RequestDelay waiting) {
        this.spaces = spaces;
        this.faults = faults;
        this.waiting = waiting;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<DmRequest> known = DmRequest.of(request);
        if (known.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SpaceName space = known.get().space().name();
        String operation = known.get().operationId();
        boolean concerned = spaces.read(space, draft -> faults.concern(draft, operation));
        if (!concerned) {
            chain.doFilter(request, response);
            return;
        }
        Fate fate = spaces.write(space, draft -> faults.strike(draft, operation));
        waiting.pass(fate.delay());
        Answer instead = fate.instead();
        if (instead != null) {
            answer(response, instead);
        } else if (fate.drop()) {
            if (fate.carryOut()) {
                chain.doFilter(request, new DelayedResponse(response));
            }
            ConnectionAbort.now(request);
        } else if (fate.keep() != null) {
            DelayedResponse held = new DelayedResponse(response);
            chain.doFilter(request, held);
            held.sendFirst(fate.keep());
            ConnectionAbort.now(request);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void answer(HttpServletResponse response, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        if (body.length > 0) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
