package dev.dmock.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values kept from earlier answers of a case; later steps write them as {@code {{name}}}. */
public final class Captures {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<String, String> values = new HashMap<>();

    public void put(String name, JsonNode value) {
        values.put(name, value.isString() ? value.asString() : value.toString());
    }

    public JsonNode substitute(JsonNode value) {
        if (value.isString()) {
            return JsonNodeFactory.instance.stringNode(substitute(value.asString()));
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), substitute(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(substitute(element)));
            return list;
        }
        return value;
    }

    private String substitute(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(value(reference.group(1))));
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing was captured as " + name);
        }
        return value;
    }
}
