package dev.dmock.web.openapi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A path with parameters, such as {@code /api/v1/tasks/{task-name}/status}. */
record PathPattern(String text, List<String> segments) {

    /** Sorts a literal segment before a parameter at the same position. */
    static final Comparator<PathPattern> MOST_LITERAL_FIRST = (a, b) -> {
        int length = Math.min(a.segments.size(), b.segments.size());
        for (int i = 0; i < length; i++) {
            int byKind = Boolean.compare(a.isParameter(i), b.isParameter(i));
            if (byKind != 0) {
                return byKind;
            }
        }
        return b.segments.size() - a.segments.size();
    };

    PathPattern(String text) {
        this(text, split(text));
    }

    long variables() {
        return IntStream.range(0, segments.size()).filter(this::isParameter).count();
    }

    boolean matches(List<String> parts) {
        return parts.size() == segments.size() && fits(parts);
    }

    /** Returns whether these segments match the start of this path up to a parameter. */
    boolean goesOnBehind(List<String> parts) {
        return parts.size() <= segments.size() && isParameter(parts.size() - 1) && fits(parts);
    }

    /** Returns whether the first of these segments match this path, which ends with a parameter. */
    boolean endsInsideOf(List<String> parts) {
        int length = segments.size();
        return length < parts.size() && isParameter(length - 1) && fits(parts.subList(0, length));
    }

    /** Returns the parameter values of a matching path. */
    Map<String, String> values(List<String> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isParameter(i)) {
                String name = segments.get(i);
                values.put(name.substring(1, name.length() - 1), parts.get(i));
            }
        }
        return values;
    }

    private boolean fits(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            boolean fits =
                    isParameter(i) ? !parts.get(i).isEmpty() : segments.get(i).equals(parts.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private boolean isParameter(int i) {
        return segments.get(i).startsWith("{");
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}
