package dev.dmock.go;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of Go's {@code fmt.Sprintf} that DM's message templates use, including its markers for surplus and missing
 * arguments, which clients see in the real server's texts.
 */
public final class GoFormat {

    private GoFormat() {}

    /** Formats as Go does: {@code %s %v %d %q %t %%}, with {@code %!(EXTRA string=x)} for each surplus argument. */
    public static String sprintf(String template, List<?> arguments) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '%' || i + 1 == template.length()) {
                out.append(c);
                continue;
            }
            char verb = template.charAt(++i);
            if (verb == '+' && i + 1 < template.length()) {
                verb = template.charAt(++i);
            }
            if (verb == '%') {
                out.append('%');
            } else if (next == arguments.size()) {
                out.append("%!").append(verb).append("(MISSING)");
            } else {
                out.append(verb == 'q' ? quote(arguments.get(next)) : show(arguments.get(next)));
                next++;
            }
        }
        List<String> surplus = new ArrayList<>();
        for (; next < arguments.size(); next++) {
            surplus.add("string=" + show(arguments.get(next)));
        }
        return surplus.isEmpty() ? out.toString() : out + "%!(EXTRA " + String.join(", ", surplus) + ")";
    }

    /** Formats a value as Go's {@code %v} does: lists as {@code [a b]}. */
    public static String show(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(GoFormat::show).collect(Collectors.joining(" ", "[", "]"))
                : value.toString();
    }

    private static String quote(Object value) {
        return '"' + show(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
