package dev.dmock.web.request;

import dev.dmock.go.GoUrl;
import dev.dmock.web.request.BodyBinder.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a body as a form, as Go's package net/http does; of its fields none has the name of one of an operation. */
final class FormBody {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private FormBody() {}

    /** What is wrong with the body is told before what is wrong with the query. */
    static void check(RawRequest request, GoUrl url) throws UndecodableException {
        String type = request.contentType();
        boolean read = request.method().equals("POST") || request.method().equals("PUT");
        if (read && type != null && !type.isEmpty()) {
            checkBody(type, request.body());
        }
        throwIf(url.queryFault());
    }

    private static void checkBody(String type, byte[] body) throws UndecodableException {
        try {
            if (MediaType.parse(type).type().equals(FORM)) {
                throwIf(GoUrl.formFault(new String(body, StandardCharsets.ISO_8859_1)));
            }
        } catch (MediaType.InvalidException e) {
            throw new UndecodableException(e.text());
        }
    }

    /** A body of parts ends with its boundary; parts themselves are not looked into. */
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

    private static void throwIf(Optional<String> fault) throws UndecodableException {
        if (fault.isPresent()) {
            throw new UndecodableException(fault.get());
        }
    }
}
