package dev.dmock.web.request;

import dev.dmock.go.GoNumbers;
import dev.dmock.go.GoText;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Validates a value against its schema as the real server's validator (kin-openapi) does. All versions check in the
 * same order: null, allowed values, type, present members, required members. The older validator checks members in
 * random order; this one sorts them by name.
 */
abstract class SchemaValidator {

    /**
     * Validates a value.
     *
     * @return the value, in v8.5 with the schema's defaults filled in
     */
    final Json check(OpenApiSchema schema, Json value) throws SchemaViolation {
        if (value instanceof Json.Null && schema.nullable()) {
            return value;
        }
        if (value instanceof Json.Null
                && (looksAtNullFirst() || schema.allowed().isEmpty())) {
            throw new SchemaViolation("Value is not nullable", schema, value);
        }
        if (!schema.allowed().isEmpty()
                && !(value instanceof Json.Text text && schema.allowed().contains(text.value()))) {
            throw new SchemaViolation(notAllowed(schema), schema, value);
        }
        if (value instanceof Json.Obj object) {
            expect(schema, value, OpenApiSchema.Type.OBJECT);
            return object(schema, object);
        }
        if (value instanceof Json.Array array) {
            expect(schema, value, OpenApiSchema.Type.ARRAY);
            return array(schema, array);
        }
        if (value instanceof Json.Num number) {
            number(schema, number);
        } else {
            expect(schema, value, value instanceof Json.Text ? OpenApiSchema.Type.STRING : OpenApiSchema.Type.BOOLEAN);
        }
        return value;
    }

    private void expect(OpenApiSchema schema, Json value, OpenApiSchema.Type type) throws SchemaViolation {
        if (schema.type() != type) {
            throw wrongType(schema, value, type.word());
        }
    }

    private void number(OpenApiSchema schema, Json.Num number) throws SchemaViolation {
        range(schema, number);
        if (schema.type() == OpenApiSchema.Type.INTEGER) {
            if (!GoNumbers.isWhole(number.literal())) {
                throw new SchemaViolation(notWhole(), schema, number);
            }
        } else if (schema.type() != OpenApiSchema.Type.NUMBER) {
            throw wrongType(schema, number, "number, integer");
        }
    }

    private Json array(OpenApiSchema schema, Json.Array array) throws SchemaViolation {
        OpenApiSchema items = Objects.requireNonNull(schema.items());
        List<Json> checked = new ArrayList<>();
        for (Json element : array.elements()) {
            try {
                checked.add(check(items, element));
            } catch (SchemaViolation error) {
                throw error.inside(Integer.toString(checked.size()));
            }
        }
        return checked.equals(array.elements()) ? array : new Json.Array(checked, array.offset());
    }

    private Json object(OpenApiSchema schema, Json.Obj object) throws SchemaViolation {
        Map<String, Json> checked =
                new LinkedHashMap<>(withDefaults(schema, object).members());
        for (Map.Entry<String, Json> member : new TreeMap<>(checked).entrySet()) {
            OpenApiSchema property = schema.properties().get(member.getKey());
            OpenApiSchema of = property == null ? schema.additional() : property;
            if (of != null) {
                try {
                    checked.replace(member.getKey(), check(of, member.getValue()));
                } catch (SchemaViolation error) {
                    throw error.inside(member.getKey());
                }
            }
        }
        for (String name : schema.required()) {
            if (!checked.containsKey(name)) {
                throw new SchemaViolation("property " + GoText.quote(name) + " is missing", schema, object)
                        .inside(name);
            }
        }
        return checked.equals(object.members()) ? object : new Json.Obj(checked, object.offset());
    }

    /** Adds default values in the versions that support them. */
    abstract Json.Obj withDefaults(OpenApiSchema schema, Json.Obj object);

    /** Returns whether null is reported as null although the schema has an enum. */
    abstract boolean looksAtNullFirst();

    abstract SchemaViolation wrongType(OpenApiSchema schema, Json value, String type);

    abstract String notWhole();

    abstract String notAllowed(OpenApiSchema schema);

    abstract void range(OpenApiSchema schema, Json.Num number) throws SchemaViolation;
}
