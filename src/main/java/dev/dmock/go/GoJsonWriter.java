package dev.dmock.go;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as Go's encoding/json does: object members sorted by name, {@code < > &} and the two line separators
 * escaped, all other characters unchanged.
 */
public final class GoJsonWriter {

    /** Go sorts by bytes, which in UTF-8 equals the order of code points. */
    private static final Comparator<String> BY_CODE_POINT = (a, b) -> {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y) ? x - y : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return a.length() - b.length();
    };

    private final String prefix;
    private final String indent;
    private final boolean floats;
    private final StringBuilder out = new StringBuilder();

    private GoJsonWriter(String prefix, String indent, boolean floats) {
        this.prefix = prefix;
        this.indent = indent;
        this.floats = floats;
    }

    /** Writes without white space. */
    public static String compact(Json value) {
        return new GoJsonWriter("", "", false).write(value);
    }

    /** Writes each member and element on its own line. */
    public static String indented(Json value, String indent) {
        return new GoJsonWriter("", indent, false).write(value);
    }

    /** Writes each on its own line, with a prefix on all lines but the first; numbers are formatted as float64. */
    public static String decodedAndIndented(Json value, String prefix, String indent) {
        return new GoJsonWriter(prefix, indent, true).write(value);
    }

    /** Writes a text as a JSON string. */
    public static String string(String text) {
        GoJsonWriter writer = new GoJsonWriter("", "", false);
        writer.text(text);
        return writer.out.toString();
    }

    private String write(Json value) {
        value(value, 0);
        return out.toString();
    }

    private static String asFloat(String literal) {
        return GoNumbers.overflows(literal) ? literal : GoNumbers.float64(Double.parseDouble(literal));
    }

    private void value(Json value, int depth) {
        if (value instanceof Json.Obj object) {
            object(object.members(), depth);
        } else if (value instanceof Json.Array array) {
            array(array.elements(), depth);
        } else if (value instanceof Json.Text string) {
            text(string.value());
        } else if (value instanceof Json.Num number) {
            out.append(floats ? asFloat(number.literal()) : number.literal());
        } else if (value instanceof Json.Bool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private void object(Map<String, Json> members, int depth) {
        List<String> names = members.keySet().stream().sorted(BY_CODE_POINT).toList();
        out.append('{');
        for (Iterator<String> i = names.iterator(); i.hasNext(); ) {
            String name = i.next();
            line(depth + 1);
            text(name);
            out.append(indent.isEmpty() ? ":" : ": ");
            Json member = members.get(name);
            value(member == null ? new Json.Null(0) : member, depth + 1);
            out.append(i.hasNext() ? "," : "");
        }
        if (!names.isEmpty()) {
            line(depth);
        }
        out.append('}');
    }

    private void array(List<Json> elements, int depth) {
        out.append('[');
        for (Iterator<Json> i = elements.iterator(); i.hasNext(); ) {
            line(depth + 1);
            value(i.next(), depth + 1);
            out.append(i.hasNext() ? "," : "");
        }
        if (!elements.isEmpty()) {
            line(depth);
        }
        out.append(']');
    }

    private void line(int depth) {
        if (!indent.isEmpty()) {
            out.append('\n').append(prefix).append(indent.repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '>', '&', '\u2028', '\u2029' -> unit(c);
                default -> {
                    if (c < ' ') {
                        unit(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void unit(char c) {
        out.append("\\u").append(Character.forDigit(c >> 12, 16));
        for (int shift = 8; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
    }
}
