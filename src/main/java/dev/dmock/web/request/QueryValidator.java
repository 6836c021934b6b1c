package dev.dmock.web.request;

import dev.dmock.go.GoBool;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.openapi.Operation.Parameter;
import java.util.List;

/**
 * Validates a query parameter against its schema as the real server's validator does. For a repeated parameter that is
 * not a list, it checks only the first value.
 */
abstract class QueryValidator {

    private final SchemaValidator schemas;

    private QueryValidator(SchemaValidator schemas) {
        this.schemas = schemas;
    }

    /**
     * Validates the values of a parameter.
     *
     * @param values as sent, at least one
     */
    final void check(Parameter parameter, List<String> values) throws RequestViolation {
        OpenApiSchema schema = parameter.schema();
        boolean list = schema.type() == OpenApiSchema.Type.ARRAY;
        List<String> looked = list ? values : values.subList(0, 1);
        if (looked.contains("") && ignoresEmpty(parameter, list)) {
            return;
        }
        if (schema.type() == OpenApiSchema.Type.BOOLEAN) {
            if (GoBool.parse(looked.get(0)).isEmpty()) {
                throw RequestViolation.ofParameter(
                        parameter.name(), "value " + looked.get(0) + ": " + notBoolean(looked.get(0)));
            }
            return;
        }
        List<Json> texts = looked.stream()
                .map(v -> v.isEmpty() ? new Json.Null(0) : Json.of(v))
                .toList();
        try {
            schemas.check(schema, list ? new Json.Array(texts, 0) : texts.get(0));
        } catch (SchemaViolation error) {
            throw RequestViolation.ofParameter(parameter.name(), error.text());
        }
    }

    /** Returns whether an empty value skips all further checks. */
    abstract boolean ignoresEmpty(Parameter parameter, boolean list) throws RequestViolation;

    abstract String notBoolean(String value);

    /** The validator of v5.3.0 and v8.1.0 (kin-openapi 0.79 and 0.80). */
    static final class Older extends QueryValidator {

        Older() {
            super(new KinOpenApi79Validator());
        }

        @Override
        boolean ignoresEmpty(Parameter parameter, boolean list) {
            return !list;
        }

        @Override
        String notBoolean(String value) {
            return "an invalid number: " + GoBool.error(value);
        }
    }

    /** The validator of v8.5.7 (kin-openapi 0.131). */
    static final class Newer extends QueryValidator {

        Newer() {
            super(new KinOpenApi131Validator());
        }

        @Override
        boolean ignoresEmpty(Parameter parameter, boolean list) throws RequestViolation {
            throw RequestViolation.ofParameter(parameter.name(), "empty value is not allowed");
        }

        @Override
        String notBoolean(String value) {
            return "an invalid boolean: invalid syntax";
        }
    }
}
