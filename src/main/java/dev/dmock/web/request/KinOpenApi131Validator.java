package dev.dmock.web.request;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.go.GoNumbers;
import dev.dmock.go.GoText;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The validator of v8.5.7 (kin-openapi 0.131). */
final class KinOpenApi131Validator extends SchemaValidator {

    @Override
    Json.Obj withDefaults(OpenApiSchema schema, Json.Obj object) {
        Json.Obj filled = object;
        for (Map.Entry<String, OpenApiSchema> property : schema.properties().entrySet()) {
            Json byDefault = property.getValue().byDefault();
            if (byDefault != null && isMissing(object.get(property.getKey()))) {
                filled = filled.with(property.getKey(), byDefault);
            }
        }
        return filled;
    }

    private static boolean isMissing(@Nullable Json value) {
        return value == null || value instanceof Json.Null;
    }

    @Override
    boolean looksAtNullFirst() {
        return false;
    }

    @Override
    SchemaViolation wrongType(OpenApiSchema schema, Json value, String type) {
        String article = switch (schema.type()) {
            case ARRAY, OBJECT, INTEGER -> "an ";
            case STRING, NUMBER, BOOLEAN -> "a ";
        };
        return new SchemaViolation("value must be " + article + schema.type().word(), schema, value);
    }

    @Override
    String notWhole() {
        return "value must be an integer";
    }

    @Override
    String notAllowed(OpenApiSchema schema) {
        return "value is not one of the allowed values "
                + schema.allowed().stream().map(GoJsonWriter::string).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    void range(OpenApiSchema schema, Json.Num number) throws SchemaViolation {
        if (GoNumbers.overflows(number.literal())) {
            throw new SchemaViolation(
                    "strconv.ParseFloat: parsing " + GoText.quote(number.literal()) + ": value out of range", number);
        }
    }
}
