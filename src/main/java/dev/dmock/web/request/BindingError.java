package dev.dmock.web.request;

import org.jspecify.annotations.Nullable;

/** Reports that a JSON value does not fit the Go type of its target. */
final class BindingError extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String value;
    private final String field;
    private final int offset;

    private BindingError(String message, String type, String value, String field, int offset) {
        super(message, null, false, false);
        this.type = type;
        this.value = value;
        this.field = field;
        this.offset = offset;
    }

    /**
     * Creates the error of encoding/json.
     *
     * @param struct the struct that has the field; null outside of any
     * @param field the path of the field
     */
    static BindingError of(String value, String type, @Nullable String struct, String field, int offset) {
        String into = struct == null ? "value" : "struct field " + struct + "." + field;
        return new BindingError(
                "json: cannot unmarshal " + value + " into Go " + into + " of type " + type,
                type,
                value,
                field,
                offset);
    }

    /** Creates the error of a map that the generated code decodes. */
    static BindingError inMap(String key, BindingError inner) {
        return new BindingError(
                "error unmarshaling field " + key + ": " + inner.text(), inner.type, inner.value, inner.field, 0);
    }

    /** Returns Go's error text. */
    String text() {
        return String.valueOf(getMessage());
    }

    /** Returns the error text of v5.3's web framework. */
    String summary() {
        return "Unmarshal type error: expected=" + type + ", got=" + value + ", field=" + field + ", offset=" + offset;
    }
}
