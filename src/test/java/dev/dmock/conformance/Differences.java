package dev.dmock.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with what is expected of it, both as JSON, and words each difference as one line. In an expectation, strings may
 * be matchers, and some lists have no order because a real DM-master answers them in any.
 */
public final class Differences {

    private static final Set<String> ALWAYS_UNORDERED =
            Set.of("data", "status_list", "source_conf", "enabled_worker_list");
    private static final String ABSENT = "<absent>";

    private final Set<String> unordered;
    private final boolean partial;

    private Differences(Set<String> unordered, boolean partial) {
        this.unordered = unordered;
        this.partial = partial;
    }

    /** Everything in the expectation has to be there and nothing else may be; {@code unordered} names further lists without order. */
    public static Differences whole(Collection<String> unordered) {
        Set<String> names = new HashSet<>(ALWAYS_UNORDERED);
        names.addAll(unordered);
        return new Differences(Set.copyOf(names), false);
    }

    /** The same comparison, but fields that the expectation leaves out may be there. */
    public Differences partial() {
        return new Differences(unordered, true);
    }

    /** Whether a value fits a matcher such as {@code <binlog>}. */
    public static boolean matches(String matcher, JsonNode value) {
        Predicate<JsonNode> test = Matcher.in(matcher);
        return test != null && test.test(value);
    }

    public List<String> between(JsonNode want, JsonNode got) {
        return between(want, got, "$", false);
    }

    List<String> between(JsonNode want, JsonNode got, String path, boolean anyOrder) {
        if (want.isObject()) {
            return got.isObject() ? ofObjects(want, got, path) : List.of(path + ": " + got + " is not an object");
        }
        if (want.isArray()) {
            return got.isArray() ? ofLists(want, got, path, anyOrder) : List.of(path + ": " + got + " is not a list");
        }
        if (want.isString()) {
            return ofText(want, got, path);
        }
        boolean same = want.isNumber() && got.isNumber()
                ? want.decimalValue().compareTo(got.decimalValue()) == 0
                : want.equals(got);
        return same ? List.of() : List.of(unequal(want, got, path));
    }

    private List<String> ofText(JsonNode want, JsonNode got, String path) {
        Predicate<JsonNode> matcher = Matcher.in(want.asString());
        if (matcher != null) {
            return matcher.test(got) ? List.of() : List.of(path + ": " + got + " is not " + want.asString());
        }
        if (want.equals(got)) {
            return List.of();
        }
        Optional<CheckDetail> wanted = CheckDetail.in(want);
        Optional<CheckDetail> found = CheckDetail.in(got);
        return wanted.isPresent() && found.isPresent()
                ? wanted.get().differences(found.get(), this, path)
                : List.of(unequal(want, got, path));
    }

    private List<String> ofObjects(JsonNode want, JsonNode got, String path) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : want.properties()) {
            String name = field.getKey();
            JsonNode value = got.get(name);
            boolean absent =
                    field.getValue().isString() && field.getValue().asString().equals(ABSENT);
            if (absent && value != null) {
                lines.add(path + "." + name + ": not expected (" + value + ")");
            } else if (!absent && value == null) {
                lines.add(path + "." + name + ": missing");
            } else if (value != null) {
                lines.addAll(between(field.getValue(), value, path + "." + name, unordered.contains(name)));
            }
        }
        if (!partial) {
            got.properties().stream()
                    .filter(field -> !want.has(field.getKey()))
                    .forEach(field ->
                            lines.add(path + "." + field.getKey() + ": not expected (" + field.getValue() + ")"));
        }
        return lines;
    }

    private List<String> ofLists(JsonNode want, JsonNode got, String path, boolean anyOrder) {
        if (want.size() != got.size()) {
            return List.of(path + ": " + got.size() + " elements, expected " + want.size());
        }
        List<String> lines = new ArrayList<>();
        List<JsonNode> left = new ArrayList<>(got.values());
        for (int i = 0; i < want.size(); i++) {
            String place = path + "[" + i + "]";
            JsonNode element = want.get(i);
            if (!anyOrder) {
                lines.addAll(between(element, got.get(i), place, false));
            } else if (!removeFirstLike(element, left)) {
                lines.addAll(nearest(element, left, place));
            }
        }
        return lines;
    }

    private boolean removeFirstLike(JsonNode want, List<JsonNode> left) {
        for (int i = 0; i < left.size(); i++) {
            if (between(want, left.get(i)).isEmpty()) {
                left.remove(i);
                return true;
            }
        }
        return false;
    }

    private List<String> nearest(JsonNode want, List<JsonNode> left, String place) {
        return left.stream()
                .map(candidate -> between(want, candidate, place, false))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    static String unequal(JsonNode want, JsonNode got, String path) {
        return path + ": " + got + ", expected " + want;
    }
}
