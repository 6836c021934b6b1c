package dev.dmock.web.request;

import dev.dmock.web.json.GoJsonWriter;
import dev.dmock.web.json.GoNumbers;
import dev.dmock.web.json.GoText;
import dev.dmock.web.json.Json;
import dev.dmock.web.openapi.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value against its schema as the real server's validator does (kin-openapi), which has the same order of checks
 * in all versions: null, allowed values, type, then the members that are there, then those that have to be. Where the
 * older one takes the members in a random order, this takes them by name.
 */
abstract class SchemaValidator {

    /**
     * Checks a value.
     *
     * @return the value, in v8.5 with the schema's defaults filled in
     */
    final Json check(Schema schema, Json value) throws SchemaFault {
        if (value instanceof Json.Null && schema.nullable()) {
            return value;
        }
        if (value instanceof Json.Null
                && (looksAtNullFirst() || schema.allowed().isEmpty())) {
            throw new SchemaFault("Value is not nullable", schema, value);
        }
        if (!schema.allowed().isEmpty()
                && !(value instanceof Json.Text text && schema.allowed().contains(text.value()))) {
            throw new SchemaFault(notAllowed(schema), schema, value);
        }
        if (value instanceof Json.Obj object) {
            expect(schema, value, Schema.Type.OBJECT);
            return object(schema, object);
        }
        if (value instanceof Json.Array array) {
            expect(schema, value, Schema.Type.ARRAY);
            return array(schema, array);
        }
        if (value instanceof Json.Num number) {
            number(schema, number);
        } else {
            expect(schema, value, value instanceof Json.Text ? Schema.Type.STRING : Schema.Type.BOOLEAN);
        }
        return value;
    }

    private void expect(Schema schema, Json value, Schema.Type type) throws SchemaFault {
        if (schema.type() != type) {
            throw wrongType(schema, value, type.word());
        }
    }

    private void number(Schema schema, Json.Num number) throws SchemaFault {
        range(schema, number);
        if (schema.type() == Schema.Type.INTEGER) {
            if (!GoNumbers.isWhole(number.literal())) {
                throw new SchemaFault(notWhole(), schema, number);
            }
        } else if (schema.type() != Schema.Type.NUMBER) {
            throw wrongType(schema, number, "number, integer");
        }
    }

    private Json array(Schema schema, Json.Array array) throws SchemaFault {
        Schema items = Objects.requireNonNull(schema.items());
        List<Json> checked = new ArrayList<>();
        for (Json element : array.elements()) {
            try {
                checked.add(check(items, element));
            } catch (SchemaFault fault) {
                throw fault.inside(Integer.toString(checked.size()));
            }
        }
        return new Json.Array(checked, array.offset());
    }

    private Json object(Schema schema, Json.Obj object) throws SchemaFault {
        Map<String, Json> checked =
                new LinkedHashMap<>(withDefaults(schema, object).members());
        for (Map.Entry<String, Json> member : new TreeMap<>(checked).entrySet()) {
            Schema property = schema.properties().get(member.getKey());
            Schema of = property == null ? schema.additional() : property;
            if (of != null) {
                try {
                    checked.replace(member.getKey(), check(of, member.getValue()));
                } catch (SchemaFault fault) {
                    throw fault.inside(member.getKey());
                }
            }
        }
        for (String name : schema.required()) {
            if (!checked.containsKey(name)) {
                throw new SchemaFault("property " + GoText.quote(name) + " is missing", schema, object).inside(name);
            }
        }
        return new Json.Obj(checked, object.offset());
    }

    /** Fills in defaults, where the version does that. */
    abstract Json.Obj withDefaults(Schema schema, Json.Obj object);

    /** Whether null is refused as null where only certain values are allowed. */
    abstract boolean looksAtNullFirst();

    abstract SchemaFault wrongType(Schema schema, Json value, String type);

    abstract String notWhole();

    abstract String notAllowed(Schema schema);

    abstract void range(Schema schema, Json.Num number) throws SchemaFault;

    /** The validator of v5.3.0 and v8.1.0 (kin-openapi 0.79 and 0.80). */
    static final class Older extends SchemaValidator {

        @Override
        Json.Obj withDefaults(Schema schema, Json.Obj object) {
            return object;
        }

        @Override
        boolean looksAtNullFirst() {
            return true;
        }

        @Override
        SchemaFault wrongType(Schema schema, Json value, String type) {
            return new SchemaFault(
                    "Field must be set to " + schema.type().word() + " or not be present", schema, Json.of(type));
        }

        @Override
        String notWhole() {
            return "Value must be an integer";
        }

        @Override
        String notAllowed(Schema schema) {
            return "value is not one of the allowed values";
        }

        @Override
        void range(Schema schema, Json.Num number) {
            // numbers that are too large have been refused when the body was decoded
        }
    }

    /** The validator of v8.5.7 (kin-openapi 0.131). */
    static final class Newer extends SchemaValidator {

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
                        "strconv.ParseFloat: parsing " + GoText.quote(number.literal()) + ": value out of range",
                        schema,
                        number);
            }
        }
    }
}
