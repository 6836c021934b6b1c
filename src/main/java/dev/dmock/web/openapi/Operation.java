package dev.dmock.web.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param method the HTTP method, in upper case
 * @param path the path with its parameters in braces
 * @param parameters the parameters in the document's order
 * @param body what the document says of its body; null if nothing
 * @param takes what it decodes as its body, whether the document says so or not; null if it takes none
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
