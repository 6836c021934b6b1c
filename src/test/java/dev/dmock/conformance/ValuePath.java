package dev.dmock.conformance;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A place in an answer, such as {@code data.0.name} or {@code data[bound_stage=free].1.name}: keys, list positions and choices of the
 * elements that have a value. A key applied to a list means its first element.
 */
public record ValuePath(String text) {

    private static final Pattern LINK = Pattern.compile("\\[([\\w-]+)=([^\\]]*)]|([\\w-]+)");

    public Optional<JsonNode> in(JsonNode document) {
        @Nullable JsonNode value = document;
        Matcher link = LINK.matcher(text);
        while (value != null && link.find()) {
            value = link.group(1) != null ? choose(value, link.group(1), link.group(2)) : follow(value, link.group(3));
        }
        return Optional.ofNullable(value);
    }

    private static JsonNode choose(JsonNode list, String field, String value) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        list.values().stream()
                .filter(element -> element.path(field).asString("").equals(value))
                .forEach(chosen::add);
        return chosen;
    }

    private static @Nullable JsonNode follow(JsonNode value, String key) {
        if (!value.isArray()) {
            return value.get(key);
        }
        boolean position = key.chars().allMatch(Character::isDigit);
        JsonNode element = value.get(position ? Integer.parseInt(key) : 0);
        return position || element == null ? element : element.get(key);
    }
}
