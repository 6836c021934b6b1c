package dev.dmock.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes steps of cases. */
final class Steps {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Steps() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Reads JSON in which names and texts may be in single quotes. */
    static ObjectNode json(String text) {
        return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    }

    static ObjectNode send(String method, String path) {
        ObjectNode step = object();
        step.putObject("send").put("method", method).put("path", "/api/v1" + path);
        return step;
    }

    static ObjectNode send(String method, String path, JsonNode body) {
        ObjectNode step = send(method, path);
        ((ObjectNode) step.get("send")).set("json", body);
        return step;
    }

    /** A request whose body is sent as it stands. */
    static ObjectNode sendText(String method, String path, String contentType, String body) {
        ObjectNode step = send(method, path);
        ObjectNode send = ((ObjectNode) step.get("send")).put("text", body);
        send.putObject("headers").put("Content-Type", contentType);
        return step;
    }

    static ObjectNode get(String path) {
        return send("GET", path);
    }

    static ObjectNode event(String name, String value) {
        ObjectNode step = object();
        step.putObject("world").put(name, value);
        return step;
    }

    static ObjectNode sql(String address, String statement) {
        ObjectNode step = object();
        ObjectNode sql = step.putObject("world").putObject("sql").put("address", address);
        sql.putArray("statements").add(statement);
        return step;
    }

    static ObjectNode settle(int seconds) {
        ObjectNode step = object();
        step.putObject("world").put("settle", seconds);
        return step;
    }

    /** Steps that change something, the time that it may take, and steps that look at it. */
    static List<ObjectNode> then(ObjectNode change, ObjectNode... looks) {
        List<ObjectNode> all = new ArrayList<>(List.of(change, settle(3)));
        all.addAll(List.of(looks));
        return all;
    }
}
