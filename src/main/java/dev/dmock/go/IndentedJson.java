package dev.dmock.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as Go's {@code json.MarshalIndent} does, with a tab before each line but the first and a tab per level.
 */
public final class IndentedJson {

    private static final String TAB = "\t";

    private final StringBuilder out = new StringBuilder();

    private IndentedJson() {}

    /** Writes an object of strings, numbers, booleans, lists and objects. */
    public static String write(Map<String, ?> object) {
        IndentedJson json = new IndentedJson();
        json.value(object, TAB);
        return json.out.toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> object) {
            List<Runnable> members = new ArrayList<>();
            object.forEach((key, member) -> members.add(() -> {
                text(key.toString());
                out.append(": ");
                value(member, indent + TAB);
            }));
            all('{', members, '}', indent);
        } else if (value instanceof List<?> list) {
            List<Runnable> elements = new ArrayList<>();
            list.forEach(element -> elements.add(() -> value(element, indent + TAB)));
            all('[', elements, ']', indent);
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value);
        }
    }

    private void all(char open, List<Runnable> parts, char close, String indent) {
        out.append(open);
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append(indent).append(TAB);
            parts.get(i).run();
        }
        if (!parts.isEmpty()) {
            out.append('\n').append(indent);
        }
        out.append(close);
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> escaped(c);
            default -> {
                if (c < ' ') {
                    escaped(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void escaped(char c) {
        out.append("\\u%04x".formatted((int) c));
    }
}
