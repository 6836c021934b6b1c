package dev.dmock.web.request;

import dev.dmock.go.GoNumbers;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a body into the types of an operation as Go's encoding/json does. Names match case-insensitively, unknown
 * names are ignored, null changes nothing, and an integer must be written as an integer. Decoding continues after a
 * type error and reports the first one, but an error in a map ends decoding. Duplicate members are all decoded.
 */
final class GoBinder {

    private @Nullable BindingError first;
    private boolean ended;

    private GoBinder() {}

    /** Returns the decoded body that the operation receives. */
    static Json bind(OpenApiSchema schema, Json json) throws BindingError {
        GoBinder binder = new GoBinder();
        Json bound = binder.value(schema, json, new Place(null, List.of()));
        if (binder.first != null) {
            throw binder.first;
        }
        return bound;
    }

    /** Returns the value that the operation receives without a body. */
    static Json zero(OpenApiSchema schema) {
        return schema.type() == OpenApiSchema.Type.ARRAY ? new Json.Array(List.of(), 0) : Json.Obj.empty();
    }

    private Json value(OpenApiSchema schema, Json json, Place place) {
        if (json instanceof Json.Null) {
            return json;
        }
        return switch (schema.type()) {
            case OBJECT -> json instanceof Json.Obj object ? object(schema, object, place) : error(schema, json, place);
            case ARRAY -> json instanceof Json.Array array ? array(schema, array, place) : error(schema, json, place);
            case STRING -> json instanceof Json.Text ? json : error(schema, json, place);
            case BOOLEAN -> json instanceof Json.Bool ? json : error(schema, json, place);
            case INTEGER -> json instanceof Json.Num n ? integer(schema, n, place) : error(schema, json, place);
            case NUMBER -> json instanceof Json.Num ? json : error(schema, json, place);
        };
    }

    private Json integer(OpenApiSchema schema, Json.Num number, Place place) {
        return GoNumbers.isInt64(number.literal())
                ? number
                : error("number " + number.literal(), schema, number, place);
    }

    private Json array(OpenApiSchema schema, Json.Array array, Place place) {
        OpenApiSchema items = Objects.requireNonNull(schema.items());
        List<Json> bound = new ArrayList<>();
        for (Json element : array.elements()) {
            bound.add(element instanceof Json.Null ? zeroElement(items) : value(items, element, place));
        }
        return new Json.Array(bound, 0);
    }

    private static Json zeroElement(OpenApiSchema items) {
        return items.type() == OpenApiSchema.Type.STRING ? Json.of("") : zero(items);
    }

    private Json object(OpenApiSchema schema, Json.Obj object, Place place) {
        OpenApiSchema additional = schema.additional();
        if (additional != null) {
            return map(additional, object);
        }
        Map<String, Json> bound = new LinkedHashMap<>();
        object.sent()
                .forEach(member -> field(schema, member.name()).ifPresent(field -> {
                    OpenApiSchema property =
                            Objects.requireNonNull(schema.properties().get(field));
                    Json value = value(property, member.value(), place.inside(schema.goStruct(), field));
                    if (!(value instanceof Json.Null && bound.containsKey(field))) {
                        bound.merge(field, value, (before, after) -> over(property, before, after));
                    }
                }));
        return new Json.Obj(bound, 0);
    }

    /** Merges a duplicate struct: fields that the second does not name keep their values. */
    private static Json over(OpenApiSchema property, Json before, Json after) {
        boolean struct = property.type() == OpenApiSchema.Type.OBJECT && property.additional() == null;
        if (!struct || !(before instanceof Json.Obj old) || !(after instanceof Json.Obj newer)) {
            return after;
        }
        Json.Obj together = old;
        for (Json.Member member : newer.sent()) {
            together = together.with(member.name(), member.value());
        }
        return together;
    }

    private Json map(OpenApiSchema values, Json.Obj object) {
        Map<String, Json> bound = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            try {
                bound.put(name, member instanceof Json.Null ? zero(values) : bind(values, member));
            } catch (BindingError inner) {
                end(BindingError.inMap(name, inner));
            }
        });
        return new Json.Obj(bound, 0);
    }

    private static Optional<String> field(OpenApiSchema schema, String name) {
        return schema.properties().containsKey(name)
                ? Optional.of(name)
                : schema.properties().keySet().stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst();
    }

    private Json error(OpenApiSchema schema, Json json, Place place) {
        return error(json.kind(), schema, json, place);
    }

    private Json error(String value, OpenApiSchema schema, Json json, Place place) {
        report(BindingError.of(
                value, schema.goType(), place.struct(), String.join(".", place.fields()), json.offset()));
        return new Json.Null(0);
    }

    /** Records the error of a map, which replaces earlier errors; the generated code stops decoding there. */
    private void end(BindingError error) {
        if (!ended) {
            first = error;
            ended = true;
        }
    }

    private void report(BindingError error) {
        first = first == null ? error : first;
    }

    /** The position of a value: the innermost struct and the field path. */
    private record Place(@Nullable String struct, List<String> fields) {

        Place inside(String goStruct, String field) {
            List<String> longer = new ArrayList<>(fields);
            longer.add(field);
            return new Place(goStruct, longer);
        }
    }
}
