package dev.dmock.web.request;

import dev.dmock.go.GoJsonReader;
import dev.dmock.go.GoSyntaxException;
import dev.dmock.go.GoUrl;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.request.RequestDecision.Body;
import java.util.Optional;

/** Decodes the body for an operation, behind the validator, as the web framework of a generation does. */
interface BodyBinder {

    /**
     * Decodes a body.
     *
     * @param schema of what the operation takes
     * @param validated the body if the validator has read it
     */
    public Body bind(OpenApiSchema schema, Optional<Json> validated, RawRequest request, GoUrl url)
            throws BindingError, UndecodableException;

    /** Says why a body that no validator has read cannot be decoded. */
    final class UndecodableException extends Exception {

        private static final long serialVersionUID = 1L;

        UndecodableException(String text) {
            super(text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /** DM v5.3.0: a body that is not there is passed over. */
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
     * DM v8: the content type decides. JSON has to be there; without a type, or under another one, the body is read as a
     * form, in which no field of an operation has a name, so nothing is read; the query is part of that form. XML and YAML are read by the real server
     * where no validator forbids them; here they count as empty.
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
