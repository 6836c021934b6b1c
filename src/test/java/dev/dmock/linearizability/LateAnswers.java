package dev.dmock.linearizability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A fault in the server: whoever asks for sources is told what somebody was told some answers before. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class LateAnswers extends OncePerRequestFilter {

    private static final int LATE = 20;

    private final Map<String, ArrayDeque<byte[]>> remembered = new ConcurrentHashMap<>();
    private volatile boolean on;

    void setOn(boolean now) {
        on = now;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !on
                || !request.getMethod().equals("GET")
                || !request.getRequestURI().endsWith("/sources");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        byte[] old = exchange(request.getRequestURI(), kept.getContentAsByteArray());
        kept.resetBuffer();
        kept.getOutputStream().write(old);
        kept.copyBodyToResponse();
    }

    private byte[] exchange(String uri, byte[] fresh) {
        ArrayDeque<byte[]> answers = remembered.computeIfAbsent(uri, u -> new ArrayDeque<>());
        synchronized (answers) {
            answers.addLast(fresh);
            return answers.size() > LATE ? answers.removeFirst() : answers.getFirst();
        }
    }
}
