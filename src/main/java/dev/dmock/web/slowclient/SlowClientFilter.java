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

/**
 * Lets a request go on when its body is there, and lets a thread go when an answer is written: a thread that waits for
 * a client is one that others miss.
 */
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
        } else if (isThere(request)) {
            byte[] body = request.getInputStream().readAllBytes();
            answer(new BufferedRequest(request, body), response, chain);
        } else {
            new NonBlockingBodyReader(request, response, memory).await();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Most bodies come together with their head. */
    private static boolean isThere(HttpServletRequest request) {
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
