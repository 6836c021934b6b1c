package dev.dmock.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with an expected part of it: objects may have additional members, lists must have exactly the expected
 * elements, and numbers are compared by value.
 */
final class PartialJsonMatcher {

    private PartialJsonMatcher() {}

    /** Returns the first difference from the expected value; empty if the values match. */
    static List<CallDifference> differences(String path, JsonNode expected, @Nullable JsonNode actual) {
        List<CallDifference> found = new ArrayList<>();
        compare(path, expected, actual, found);
        return found;
    }

    private static void compare(String path, JsonNode expected, @Nullable JsonNode actual, List<CallDifference> found) {
        if (actual == null) {
            found.add(new CallDifference(path, expected, null));
        } else if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                compare(path + "." + member.getKey(), member.getValue(), actual.get(member.getKey()), found);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), found);
            }
        } else if (!same(expected, actual)) {
            found.add(new CallDifference(path, expected, actual));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }
}
