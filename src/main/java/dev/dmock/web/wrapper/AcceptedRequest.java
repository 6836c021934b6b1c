package dev.dmock.web.wrapper;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.version.Generation;
import dev.dmock.web.request.RequestDecision;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * A validated request as its controller receives it: below the generation's internal path, which clients cannot reach,
 * with uniformly encoded parameters, the decoded body as JSON, and without headers that a framework could interpret.
 */
public final class AcceptedRequest extends HttpServletRequestWrapper {

    private static final String API = "/api/v1";
    private static final String JSON = "application/json";

    private final String path;
    private final Map<String, String[]> query = new LinkedHashMap<>();
    private final byte @Nullable [] body;

    public AcceptedRequest(HttpServletRequest request, Generation generation, RequestDecision.Accepted accepted) {
        super(request);
        String template = accepted.path();
        for (Map.Entry<String, String> parameter : accepted.pathParameters().entrySet()) {
            String value = UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8);
            template = template.replace("{" + parameter.getKey() + "}", value);
        }
        this.path = "/" + generation.key() + template.substring(API.length());
        accepted.query().forEach((name, values) -> query.put(name, values.toArray(String[]::new)));
        this.body = accepted.body() instanceof RequestDecision.Body.Given given
                ? GoJsonWriter.compact(given.json()).getBytes(StandardCharsets.UTF_8)
                : null;
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
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = query.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return query.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return query;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.keySet());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BytesInputStream(body == null ? new byte[0] : body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getContentType() {
        return body == null ? null : JSON;
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public int getContentLength() {
        return body == null ? 0 : body.length;
    }

    @Override
    public long getContentLengthLong() {
        return getContentLength();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                ? getContentType()
                : name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH) ? Integer.toString(getContentLength()) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = getHeader(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(
                body == null ? List.of() : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH));
    }

    @Override
    public int getIntHeader(String name) {
        String value = getHeader(name);
        return value == null ? -1 : Integer.parseInt(value);
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }
}
