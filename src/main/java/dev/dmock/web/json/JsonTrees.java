package dev.dmock.web.json;

import dev.dmock.go.GoNumbers;
import dev.dmock.go.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Converts values that Jackson serialized from records into JSON as Go writes it. */
public final class JsonTrees {

    private JsonTrees() {}

    public static Json of(JsonNode node) {
        if (node.isObject()) {
            Map<String, Json> members = new LinkedHashMap<>();
            node.properties().forEach(e -> members.put(e.getKey(), of(e.getValue())));
            return new Json.Obj(members, 0);
        }
        if (node.isArray()) {
            return new Json.Array(node.values().stream().map(JsonTrees::of).toList(), 0);
        }
        if (node.isNumber()) {
            String literal = node.isIntegralNumber() ? node.asString() : GoNumbers.float64(node.doubleValue());
            return new Json.Num(literal, 0);
        }
        if (node.isBoolean()) {
            return Json.of(node.booleanValue());
        }
        return node.isNull() ? new Json.Null(0) : Json.of(node.asString());
    }
}
