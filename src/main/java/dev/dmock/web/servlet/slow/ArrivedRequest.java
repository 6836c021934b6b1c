package dev.dmock.web.servlet.slow;

import dev.dmock.web.servlet.BytesInputStream;
import dev.dmock.web.servlet.CompleteRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has arrived. */
final class ArrivedRequest extends HttpServletRequestWrapper implements CompleteRequest {

    private final boolean tooLarge;
    private final ServletInputStream stream;

    ArrivedRequest(HttpServletRequest request, byte[] body, boolean tooLarge) {
        super(request);
        this.tooLarge = tooLarge;
        this.stream = new BytesInputStream(body);
    }

    @Override
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** Nobody behind has seen it before, wherever it has waited. */
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
