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
 * Decodes a body into the types of an operation as Go's encoding/json does: names fit whatever the case of their
 * letters, unknown ones are passed over, null changes nothing, and an integer has to be written as one. The first value
 * that does not fit is reported, unless there is one in a map, where decoding ends. Of members with one name each is
 * decoded.
 */
final class GoBinder {

    private @Nullable BindingError first;
    private boolean ended;

    private GoBinder() {}

    /** What an operation sees of a body. */
    static Json bind(OpenApiSchema schema, Json json) throws BindingError {
        GoBinder binder = new GoBinder();
        Json bound = binder.value(schema, json, new Place(null, List.of()));
        if (binder.first != null) {
            throw binder.first;
        }
        return bound;
    }

    /** What an operation sees if there is no body. */
    static Json zero(OpenApiSchema schema) {
        return schema.type() == OpenApiSchema.Type.ARRAY ? new Json.Array(List.of(), 0) : Json.Obj.empty();
    }

    private Json value(OpenApiSchema schema, Json json, Place place) {
        if (json instanceof Json.Null) {
            return json;
        }
        return switch (schema.type()) {
            case OBJECT -> json instanceof Json.Obj object ? object(schema, object, place) : fault(schema, json, place);
            case ARRAY -> json instanceof Json.Array array ? array(schema, array, place) : fault(schema, json, place);
            case STRING -> json instanceof Json.Text ? json : fault(schema, json, place);
            case BOOLEAN -> json instanceof Json.Bool ? json : fault(schema, json, place);
            case INTEGER -> json instanceof Json.Num n ? integer(schema, n, place) : fault(schema, json, place);
            case NUMBER -> json instanceof Json.Num ? json : fault(schema, json, place);
        };
    }

    private Json integer(OpenApiSchema schema, Json.Num number, Place place) {
        return GoNumbers.isInt64(number.literal())
                ? number
                : fault("number " + number.literal(), schema, number, place);
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

    /** A struct that comes twice keeps what the second does not name. */
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

    private Json fault(OpenApiSchema schema, Json json, Place place) {
        return fault(json.kind(), schema, json, place);
    }

    private Json fault(String value, OpenApiSchema schema, Json json, Place place) {
        report(BindingError.of(
                value, schema.goType(), place.struct(), String.join(".", place.fields()), json.offset()));
        return new Json.Null(0);
    }

    /** The code of a map says what is wrong in it by itself, and nothing is decoded any more. */
    private void end(BindingError fault) {
        if (!ended) {
            first = fault;
            ended = true;
        }
    }

    private void report(BindingError fault) {
        first = first == null ? fault : first;
    }

    /** Where a value is: the innermost struct, and the names that lead to the field. */
    private record Place(@Nullable String struct, List<String> fields) {

        Place inside(String goStruct, String field) {
            List<String> longer = new ArrayList<>(fields);
            longer.add(field);
            return new Place(goStruct, longer);
        }
    }
}
