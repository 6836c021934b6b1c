package dev.dmock.web.request;

import dev.dmock.go.GoBool;
import dev.dmock.go.GoUrl;
import dev.dmock.go.UnescapeResult;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.openapi.Operation.Parameter;
import java.util.List;

/** Decodes the parameters of an operation with the errors of the real server's generated code. */
final class ParameterBinder {

    private final boolean pathAsQuery;

    /**
     * Creates a binder.
     *
     * @param pathAsQuery whether to decode path values by the rules of a query
     */
    ParameterBinder(boolean pathAsQuery) {
        this.pathAsQuery = pathAsQuery;
    }

    /** Decodes the value of a path parameter. */
    String path(Parameter parameter, String value) throws InvalidParameterException {
        UnescapeResult unescaped = UnescapeResult.of(value, pathAsQuery);
        if (unescaped.wrong() != null) {
            throw new InvalidParameterException(
                    parameter.name(),
                    "error unescaping " + (pathAsQuery ? "query" : "path") + " parameter '" + parameter.name() + "': "
                            + unescaped.error());
        }
        return GoUrl.characters(unescaped.text());
    }

    /** Decodes the values of a query parameter. */
    List<String> query(Parameter parameter, List<String> values) throws InvalidParameterException {
        OpenApiSchema.Type type = parameter.schema().type();
        if (type == OpenApiSchema.Type.ARRAY) {
            return List.copyOf(values);
        }
        if (values.size() > 1) {
            throw new InvalidParameterException(
                    parameter.name(), "multiple values for single value parameter '" + parameter.name() + "'");
        }
        String value = values.get(0);
        if (type == OpenApiSchema.Type.BOOLEAN) {
            return List.of(GoBool.parse(value)
                    .orElseThrow(() -> new InvalidParameterException(
                            parameter.name(), "error binding string parameter: " + GoBool.error(value)))
                    .toString());
        }
        return List.of(value);
    }

    /** Reports that a parameter cannot be decoded. */
    static final class InvalidParameterException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidParameterException(String parameter, String text) {
            super("Invalid format for parameter " + parameter + ": " + text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
