package dev.dmock.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON object strictly; each error names the path of the invalid field. */
public final class DocumentFields {

    private final JsonNode node;
    private final String path;

    private DocumentFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** @param names the allowed fields */
    public static DocumentFields of(JsonNode node, String path, Set<String> names) {
        DocumentFields fields = ofAny(node, path);
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new WorldException(
                        fields.pathOf(name),
                        "There is no such field; there are "
                                + String.join(", ", names.stream().sorted().toList()) + ".");
            }
        }
        return fields;
    }

    public static DocumentFields ofAny(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new WorldException(path, "This has to be an object.");
        }
        return new DocumentFields(node, path);
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return node.has(name);
    }

    public WorldException wrong(String name, String sentence) {
        return new WorldException(pathOf(name), sentence);
    }

    /** Returns the field's value, if present; null is invalid for every field. */
    public Optional<JsonNode> find(String name) {
        return Optional.ofNullable(node.get(name));
    }

    public Optional<String> text(String name) {
        return find(name).map(value -> text(value, pathOf(name)));
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> wrong(name, "This field is missing."));
    }

    public static String text(JsonNode value, String path) {
        if (!value.isString()) {
            throw new WorldException(
                    path,
                    value.isValueNode() && !value.isNull()
                            ? "This has to be a text; put it in quotes."
                            : "This has to be a text.");
        }
        return value.stringValue();
    }

    public Optional<Boolean> truth(String name) {
        return find(name).map(value -> {
            if (!value.isBoolean()) {
                throw wrong(name, "This has to be true or false.");
            }
            return value.booleanValue();
        });
    }

    public Optional<Long> number(String name, long low, long high) {
        return find(name).map(value -> {
            boolean fits = value.isIntegralNumber() && value.canConvertToLong();
            if (!fits || value.longValue() < low || value.longValue() > high) {
                throw wrong(name, "This has to be an integer from " + low + " to " + high + ".");
            }
            return value.longValue();
        });
    }

    /** Reads the elements of a list, each with its path. */
    <T> Optional<List<T>> list(String name, BiFunction<JsonNode, String, T> element) {
        return find(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(name, "This has to be a list.");
            }
            List<T> all = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                all.add(element.apply(value.get(i), pathOf(name) + "[" + i + "]"));
            }
            return List.copyOf(all);
        });
    }

    /** Reads the fields of an object with arbitrary names, each with its path. */
    <T> Map<String, T> map(String name, BiFunction<JsonNode, String, T> element) {
        return find(name).map(value -> all(value, pathOf(name), element)).orElse(Map.of());
    }

    static <T> Map<String, T> all(JsonNode value, String path, BiFunction<JsonNode, String, T> element) {
        DocumentFields fields = ofAny(value, path);
        Map<String, T> all = new LinkedHashMap<>();
        value.properties().forEach(e -> all.put(e.getKey(), element.apply(e.getValue(), fields.pathOf(e.getKey()))));
        return all;
    }
}
