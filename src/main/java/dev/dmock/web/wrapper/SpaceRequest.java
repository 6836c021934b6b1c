package dev.dmock.web.wrapper;

import dev.dmock.web.request.RequestLayer;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request without the prefix of its space; its body is buffered for repeated reads. */
public final class SpaceRequest extends HttpServletRequestWrapper {

    private final String path;
    private byte @Nullable [] body;

    public SpaceRequest(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
    }

    /** Returns the body, truncated at one byte over the request layer's limit. */
    public byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            read = getRequest().getInputStream().readNBytes(RequestLayer.LARGEST_BODY + 1);
            body = read;
        }
        return read;
    }

    /** Returns the body if it was read before; does not read it. */
    public Optional<byte[]> bodyIfRead() {
        return Optional.ofNullable(body);
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        String original = ((HttpServletRequest) getRequest()).getRequestURI();
        return url.replace(url.length() - original.length(), url.length(), path);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new BytesInputStream(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(new BytesInputStream(body), StandardCharsets.UTF_8));
    }
}
