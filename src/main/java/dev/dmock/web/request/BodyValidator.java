package dev.dmock.web.request;

import dev.dmock.go.GoJsonReader;
import dev.dmock.go.GoNumbers;
import dev.dmock.go.GoSyntaxException;
import dev.dmock.go.GoText;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.Operation.RequestBody;
import java.util.Optional;
import java.util.stream.Stream;

/** Validates a body against the OpenAPI document as the real server's validator does. */
final class BodyValidator {

    private static final String JSON = "application/json";

    private final SchemaValidator schemas;
    private final boolean newer;
    private final boolean trailingCommas;

    /**
     * Creates a validator.
     *
     * @param newer whether to validate as v8.5.7 does
     * @param trailingCommas whether to accept a comma after the last element
     */
    BodyValidator(boolean newer, boolean trailingCommas) {
        this.schemas = newer ? new KinOpenApi131Validator() : new KinOpenApi79Validator();
        this.newer = newer;
        this.trailingCommas = trailingCommas;
    }

    /** Validates a body and returns the value that the operation receives; empty if the request has no body. */
    Optional<Json> check(RequestBody declared, RawRequest request) throws RequestViolation {
        if (request.body().length == 0) {
            if (declared.required()) {
                throw RequestViolation.ofBody("value is required but missing");
            }
            return Optional.empty();
        }
        String type = request.contentType() == null ? "" : request.contentType();
        int parameters = type.indexOf(';');
        if (!JSON.equals(parameters < 0 ? type : type.substring(0, parameters))) {
            throw RequestViolation.ofBody("header Content-Type has unexpected value " + GoText.quote(type));
        }
        Json json = decode(request.body());
        try {
            return Optional.of(schemas.check(declared.schema(), json));
        } catch (SchemaViolation error) {
            String schema = newer ? "schema " + declared.schema().reference() : "the schema";
            throw RequestViolation.ofBody("doesn't match " + schema + ": " + error.text());
        }
    }

    private Json decode(byte[] body) throws RequestViolation {
        Json json;
        try {
            json = GoJsonReader.read(body, trailingCommas);
        } catch (GoSyntaxException e) {
            throw RequestViolation.ofBody("failed to decode request body: " + e.text());
        }
        if (!newer) {
            Optional<Json.Num> tooLarge =
                    numbers(json).filter(n -> GoNumbers.overflows(n.literal())).findFirst();
            if (tooLarge.isPresent()) {
                throw RequestViolation.ofBody("failed to decode request body: json: cannot unmarshal number "
                        + tooLarge.get().literal() + " into Go value of type float64");
            }
        }
        return json;
    }

    private static Stream<Json.Num> numbers(Json json) {
        if (json instanceof Json.Num number) {
            return Stream.of(number);
        }
        if (json instanceof Json.Array array) {
            return array.elements().stream().flatMap(BodyValidator::numbers);
        }
        return json instanceof Json.Obj object
                ? object.members().values().stream().flatMap(BodyValidator::numbers)
                : Stream.empty();
    }
}
