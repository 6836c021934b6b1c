package dev.dmock.web.request;

import dev.dmock.go.GoUrl;
import dev.dmock.web.request.BodyBinder.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Parses a body as a form as Go's package net/http does; no form field belongs to an operation, so only errors matter.
 */
final class FormBody {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private FormBody() {}

    /** Checks body and query; errors of the body are reported first. */
    static void check(RawRequest request, GoUrl url) throws UndecodableException {
        String type = request.contentType();
        boolean read = request.method().equals("POST") || request.method().equals("PUT");
        if (read && type != null && !type.isEmpty()) {
            checkBody(type, request.body());
        }
        throwIf(url.queryError());
    }

    private static void checkBody(String type, byte[] body) throws UndecodableException {
        try {
            if (MediaType.parse(type).type().equals(FORM)) {
                throwIf(GoUrl.formError(new String(body, StandardCharsets.ISO_8859_1)));
            }
        } catch (MediaType.InvalidException e) {
            throw new UndecodableException(e.text());
        }
    }

    /** Checks that a multipart body contains its boundary; the parts are not parsed. */
    static void checkMultipart(RawRequest request, GoUrl url) throws UndecodableException {
        String type = request.contentType() == null ? "" : request.contentType();
        try {
            MediaType media = MediaType.parse(type);
            if (!media.type().equals(MULTIPART)) {
                throw new UndecodableException("request Content-Type isn't multipart/form-data");
            }
            String boundary = media.parameters().get("boundary");
            if (boundary == null) {
                throw new UndecodableException("no multipart boundary param in Content-Type");
            }
            String body = new String(request.body(), StandardCharsets.ISO_8859_1);
            if (!body.contains("--" + boundary)) {
                throw new UndecodableException("multipart: NextPart: EOF");
            }
        } catch (MediaType.InvalidException e) {
            throw new UndecodableException("request Content-Type isn't multipart/form-data");
        }
        check(request, url);
    }

    private static void throwIf(Optional<String> error) throws UndecodableException {
        if (error.isPresent()) {
            throw new UndecodableException(error.get());
        }
    }
}
