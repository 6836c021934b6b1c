package dev.dmock.web.wrapper;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A response that sends its content type unchanged: Tomcat would normalize the charset and add a missing one. All text
 * is UTF-8.
 */
public final class RawContentTypeResponse extends HttpServletResponseWrapper {

    /** The request attribute that holds Tomcat's internal response. */
    public static final String SERVER_SIDE = RawContentTypeResponse.class.getName() + ".serverSide";

    private final org.apache.coyote.@Nullable Response server;
    private @Nullable String contentType;

    public RawContentTypeResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.server = (org.apache.coyote.Response) request.getAttribute(SERVER_SIDE);
    }

    @Override
    public void setContentType(@Nullable String type) {
        contentType = type;
        if (server == null || type == null) {
            super.setContentType(type);
        } else {
            server.setContentTypeNoCharset(type);
        }
    }

    @Override
    public @Nullable String getContentType() {
        return contentType;
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        // the content type contains the charset, if any
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setLocale(@Nullable Locale locale) {
        // would set a charset and a language
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isContentType(name)) {
            setContentType(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (isContentType(name)) {
            setContentType(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public boolean containsHeader(String name) {
        return isContentType(name) ? contentType != null : super.containsHeader(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isContentType(name) ? contentType : super.getHeader(name);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
    }

    private static boolean isContentType(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }
}
