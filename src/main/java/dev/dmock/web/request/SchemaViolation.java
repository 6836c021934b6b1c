package dev.dmock.web.request;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.go.Json;
import dev.dmock.web.openapi.OpenApiSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports with the validator's text where a value violates its schema. */
final class SchemaViolation extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String INDENT = "  ";

    private final transient List<String> reversePath = new ArrayList<>();
    private final String reason;
    private final transient @Nullable OpenApiSchema schema;
    private final transient Json value;

    /** Creates a violation whose text contains the schema and the value. */
    SchemaViolation(String reason, OpenApiSchema schema, Json value) {
        this(reason, value, schema);
    }

    /** Creates a violation whose text contains only its cause. */
    SchemaViolation(String cause, Json value) {
        this(cause, value, null);
    }

    private SchemaViolation(String reason, Json value, @Nullable OpenApiSchema schema) {
        super(reason, null, false, false);
        this.reason = reason;
        this.schema = schema;
        this.value = value;
    }

    /** Returns the same violation with its path extended by the enclosing object or array. */
    SchemaViolation inside(String key) {
        reversePath.add(key);
        return this;
    }

    /** Returns the complete text: one line, followed by the schema and the value unless there is a cause. */
    String text() {
        List<String> path = new ArrayList<>(reversePath);
        Collections.reverse(path);
        String where = path.isEmpty() ? "" : path.stream().collect(Collectors.joining("/", "Error at \"/", "\": "));
        if (schema == null) {
            return where + reason;
        }
        return where + reason
                + "\nSchema:\n  " + GoJsonWriter.decodedAndIndented(schema.source(), INDENT, INDENT)
                + "\n\nValue:\n  " + GoJsonWriter.decodedAndIndented(value, INDENT, INDENT) + "\n";
    }
}
