package dev.dmock.web.openapi;

import dev.dmock.go.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the document with its references resolved.
 *
 * @param source the original schema for error texts, with unresolved references
 * @param reference the reference that led here, {@code ""} if none
 * @param goType the type that the real server's generated code has for it, as Go prints it
 * @param goStruct the name that Go gives the struct, {@code ""} for an anonymous struct
 * @param byDefault the value that a missing property of this schema takes in v8.5
 */
public record OpenApiSchema(
        Json.Obj source,
        String reference,
        Type type,
        boolean nullable,
        List<String> allowed,
        Map<String, OpenApiSchema> properties,
        List<String> required,
        @Nullable OpenApiSchema items,
        @Nullable OpenApiSchema additional,
        @Nullable Json byDefault,
        String goType,
        String goStruct) {

    /** The value types of the documents. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT;

        /** Returns the type's name in a document. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
