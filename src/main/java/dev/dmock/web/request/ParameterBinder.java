package dev.dmock.web.request;

import dev.dmock.go.GoBool;
import dev.dmock.go.GoUrl;
import dev.dmock.go.UnescapeResult;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.openapi.Operation.Parameter;
import java.util.List;

/** Decodes the parameters of an operation as the real server's generated code does, in its words. */
final class ParameterBinder {

    private final boolean pathAsQuery;

    /**
     * A binder.
     *
     * @param pathAsQuery whether values in the path are decoded as if they stood in a query
     */
    ParameterBinder(boolean pathAsQuery) {
        this.pathAsQuery = pathAsQuery;
    }

    /** Decodes a value that the router took from the path. */
    String path(Parameter parameter, String value) throws ParameterFault {
        UnescapeResult unescaped = UnescapeResult.of(value, pathAsQuery);
        if (unescaped.wrong() != null) {
            throw new ParameterFault(
                    parameter.name(),
                    "error unescaping " + (pathAsQuery ? "query" : "path") + " parameter '" + parameter.name() + "': "
                            + unescaped.error());
        }
        return GoUrl.characters(unescaped.text());
    }

    /** Decodes the values that a query has for a parameter. */
    List<String> query(Parameter parameter, List<String> values) throws ParameterFault {
        OpenApiSchema.Type type = parameter.schema().type();
        if (type == OpenApiSchema.Type.ARRAY) {
            return List.copyOf(values);
        }
        if (values.size() > 1) {
            throw new ParameterFault(
                    parameter.name(), "multiple values for single value parameter '" + parameter.name() + "'");
        }
        String value = values.get(0);
        if (type == OpenApiSchema.Type.BOOLEAN) {
            return List.of(GoBool.parse(value)
                    .orElseThrow(() -> new ParameterFault(
                            parameter.name(), "error binding string parameter: " + GoBool.error(value)))
                    .toString());
        }
        return List.of(value);
    }

    /** Says that a parameter cannot be decoded. */
    static final class ParameterFault extends Exception {

        private static final long serialVersionUID = 1L;

        ParameterFault(String parameter, String text) {
            super("Invalid format for parameter " + parameter + ": " + text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
