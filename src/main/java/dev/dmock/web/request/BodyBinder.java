package dev.dmock.web.request;

import dev.dmock.go.GoJsonReader;
import dev.dmock.go.GoSyntaxException;
import dev.dmock.go.GoUrl;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.request.RequestDecision.Body;
import java.util.Optional;

/** Decodes the body for an operation after validation, as the generation's web framework does. */
interface BodyBinder {

    /**
     * Decodes a body.
     *
     * @param schema the schema of the operation's body
     * @param validated the body if the validator has parsed it
     */
    public Body bind(OpenApiSchema schema, Optional<Json> validated, RawRequest request, GoUrl url)
            throws BindingError, UndecodableException;

    /** Reports why an unvalidated body cannot be decoded. */
    final class UndecodableException extends Exception {

        private static final long serialVersionUID = 1L;

        UndecodableException(String text) {
            super(text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /** DM v5.3.0: ignores a missing body. */
    final class V5 implements BodyBinder {

        @Override
        public Body bind(OpenApiSchema schema, Optional<Json> validated, RawRequest request, GoUrl url)
                throws BindingError {
            return validated.isEmpty()
                    ? new Body.Given(GoBinder.zero(schema), false)
                    : new Body.Given(GoBinder.bind(schema, validated.get()), true);
        }
    }

    /**
     * DM v8: the content type selects the decoder. JSON requires a body. Without a content type, or with another one,
     * the body and the query are parsed as a form; no field of an operation has a form name, so the operation receives
     * nothing. The real server also decodes XML and YAML where the validator allows them; here they count as empty.
     */
    final class V8 implements BodyBinder {

        @Override
        public Body bind(OpenApiSchema schema, Optional<Json> validated, RawRequest request, GoUrl url)
                throws BindingError, UndecodableException {
            switch (mediaType(request)) {
                case "application/json" -> {
                    Json json = validated.isPresent() ? validated.get() : decode(request.body());
                    return new Body.Given(GoBinder.bind(schema, json), true);
                }
                case "application/xml", "text/xml", "application/x-yaml" -> throw new UndecodableException("EOF");
                case "multipart/form-data" -> FormBody.checkMultipart(request, url);
                default -> FormBody.check(request, url);
            }
            return new Body.Given(GoBinder.zero(schema), false);
        }

        private static Json decode(byte[] body) throws UndecodableException {
            try {
                return GoJsonReader.read(body, false);
            } catch (GoSyntaxException e) {
                throw new UndecodableException(e.text());
            }
        }

        private static String mediaType(RawRequest request) {
            String type = request.contentType() == null ? "" : request.contentType();
            int end = 0;
            while (end < type.length() && type.charAt(end) != ' ' && type.charAt(end) != ';') {
                end++;
            }
            return type.substring(0, end);
        }
    }
}
