package dev.dmock.web.request;

import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;

/** The validator of v5.3.0 and v8.1.0 (kin-openapi 0.79 and 0.80). */
final class KinOpenApi79Validator extends SchemaValidator {

    @Override
    Json.Obj withDefaults(OpenApiSchema schema, Json.Obj object) {
        return object;
    }

    @Override
    boolean looksAtNullFirst() {
        return true;
    }

    @Override
    SchemaViolation wrongType(OpenApiSchema schema, Json value, String type) {
        return new SchemaViolation(
                "Field must be set to " + schema.type().word() + " or not be present", schema, Json.of(type));
    }

    @Override
    String notWhole() {
        return "Value must be an integer";
    }

    @Override
    String notAllowed(OpenApiSchema schema) {
        return "value is not one of the allowed values";
    }

    @Override
    void range(OpenApiSchema schema, Json.Num number) {
        // numbers that are too large have been refused when the body was decoded
    }
}
