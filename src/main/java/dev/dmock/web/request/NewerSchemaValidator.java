package dev.dmock.web.request;

import dev.dmock.web.json.GoJsonWriter;
import dev.dmock.web.json.GoNumbers;
import dev.dmock.web.json.GoText;
import dev.dmock.web.json.Json;
import dev.dmock.web.openapi.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The validator of v8.5.7 (kin-openapi 0.131). */
final class NewerSchemaValidator extends SchemaValidator {

    @Override
    Json.Obj withDefaults(Schema schema, Json.Obj object) {
        Json.Obj filled = object;
        for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
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
    SchemaFault wrongType(Schema schema, Json value, String type) {
        String article = switch (schema.type()) {
            case ARRAY, OBJECT, INTEGER -> "an ";
            case STRING, NUMBER, BOOLEAN -> "a ";
        };
        return new SchemaFault("value must be " + article + schema.type().word(), schema, value);
    }

    @Override
    String notWhole() {
        return "value must be an integer";
    }

    @Override
    String notAllowed(Schema schema) {
        return "value is not one of the allowed values "
                + schema.allowed().stream().map(GoJsonWriter::string).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    void range(Schema schema, Json.Num number) throws SchemaFault {
        if (GoNumbers.overflows(number.literal())) {
            throw new SchemaFault(
                    "strconv.ParseFloat: parsing " + GoText.quote(number.literal()) + ": value out of range", number);
        }
    }
}
