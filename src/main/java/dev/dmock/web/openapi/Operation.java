package dev.dmock.web.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param method the HTTP method, in upper case
 * @param path the path with its parameters in braces
 * @param parameters the parameters in the document's order
 * @param body the documented body; null if none
 * @param takes the schema of the body that it decodes, documented or not; null if none
 */
public record Operation(
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable RequestBody body,
        @Nullable OpenApiSchema takes) {

    /** A parameter in the path or the query. */
    public record Parameter(String name, boolean inPath, OpenApiSchema schema) {}

    /** A JSON body. */
    public record RequestBody(boolean required, OpenApiSchema schema) {}
}
