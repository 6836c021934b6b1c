package dev.dmock.web.request;

import org.jspecify.annotations.Nullable;

/** Says that a JSON value does not fit the type that Go decodes it into. */
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
     * The usual fault.
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

    /** A fault in a map that generated code decodes by itself. */
    static BindingError inMap(String key, BindingError inner) {
        return new BindingError(
                "error unmarshaling field " + key + ": " + inner.text(), inner.type, inner.value, inner.field, 0);
    }

    /** Go's text. */
    String text() {
        return String.valueOf(getMessage());
    }

    /** The text of v5.3's web framework for it. */
    String summary() {
        return "Unmarshal type error: expected=" + type + ", got=" + value + ", field=" + field + ", offset=" + offset;
    }
}
