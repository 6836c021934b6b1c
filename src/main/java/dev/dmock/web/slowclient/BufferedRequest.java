package dev.dmock.web.slowclient;

import dev.dmock.web.request.RequestLayer;
import dev.dmock.web.wrapper.BytesInputStream;
import dev.dmock.web.wrapper.CompleteRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is in memory. */
final class BufferedRequest extends HttpServletRequestWrapper implements CompleteRequest {

    private static final int MAX_SNAPSHOT_BYTES = 1 << 26;

    private final int size;
    private final ServletInputStream stream;

    BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.size = body.length;
        this.stream = new BytesInputStream(body);
    }

    /** Returns the maximum body size of a request. */
    static int maxBytes(HttpServletRequest request) {
        return bringsSnapshot(request) ? MAX_SNAPSHOT_BYTES : RequestLayer.LARGEST_BODY;
    }

    private static boolean bringsSnapshot(HttpServletRequest request) {
        return request.getMethod().equals("PUT") && request.getRequestURI().contains("/_dmock/snapshots/");
    }

    @Override
    public boolean isTooLarge() {
        return size > maxBytes(this);
    }

    @Override
    public boolean isSnapshot() {
        return bringsSnapshot(this);
    }

    /** Hides the asynchronous dispatch from later filters. */
    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
