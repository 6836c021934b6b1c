package dev.dmock.web.slowclient;

import dev.dmock.web.servlet.FilterOrder;
import dev.dmock.web.tomcat.ServerExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads request bodies and writes responses with non-blocking I/O, so that slow clients hold no threads. */
@Component
@Order(FilterOrder.SLOW_CLIENTS)
class SlowClientFilter extends OncePerRequestFilter {

    private final TransferMemory memory;

    SlowClientFilter(TransferMemory memory) {
        this.memory = memory;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            NonBlockingBodyReader body = NonBlockingBodyReader.of(request);
            try {
                answer(body.request(), body.response(), chain);
            } finally {
                body.free();
            }
        } else if (!hasBody(request)) {
            answer(request, response, chain);
        } else if (hasArrived(request)) {
            byte[] body = request.getInputStream().readAllBytes();
            answer(new BufferedRequest(request, body), response, chain);
        } else {
            new NonBlockingBodyReader(request, response, memory).await();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Returns whether the whole body has arrived, as it mostly does together with the header. */
    private static boolean hasArrived(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 && length <= ServerExchange.of(request).arrived();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedResponse answer = new BufferedResponse(request, response, memory);
        boolean answered = false;
        try {
            chain.doFilter(request, answer);
            answered = true;
        } finally {
            if (answered) {
                answer.send();
            } else {
                answer.drop();
            }
        }
    }
}
