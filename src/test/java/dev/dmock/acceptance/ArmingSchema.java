package dev.dmock.acceptance;

import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultParameter;
import dev.dmock.fault.FaultScope;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a fault can be armed with, as a schema that follows from the catalogue: one alternative for each fault. */
final class ArmingSchema {

    private static final String DURATION =
            "^P(?=[0-9T])([0-9]{1,3}D)?(T(?=[0-9])([0-9]{1,4}H)?([0-9]{1,5}M)?([0-9]{1,6}([.][0-9]{1,9})?S)?)?$";
    private static final String UP_TO_A_MINUTE = "^PT(60|[1-5]?[0-9]([.][0-9]{1,9})?)S$";
    private static final String TABLE = "^[^.]+[.][^.]+$";
    private static final String ADDRESS =
            "^[^\\s:]*:([0-5]?[0-9]{1,4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$";
    private static final String MEDIA_TYPE = "^[a-z]+/[a-z0-9.+-]+(; charset=[a-z0-9-]+)?$";

    private ArmingSchema() {}

    static void fill(ObjectNode schema) {
        ArrayNode alternatives = schema.putArray("oneOf");
        for (Fault fault : Fault.values()) {
            alternatives.add(alternative(fault));
        }
    }

    private static ObjectNode alternative(Fault fault) {
        ObjectNode schema = closed();
        schema.put("title", fault.label());
        schema.put("description", fault.about());
        schema.putArray("required").add("fault");
        ObjectNode properties = schema.putObject("properties");
        text(properties, "fault", "Which fault of the catalogue")
                .putArray("enum")
                .add(fault.label());
        if (!fault.places().isEmpty()) {
            properties.set("on", places(fault));
        }
        text(properties, "from", "From when it can strike, by the space's clock: from 1970 to 9000")
                .put("format", "date-time");
        text(properties, "after", "After how long it can strike; not together with from")
                .put("pattern", DURATION);
        schema.putObject("not")
                .put("type", "object")
                .putArray("required")
                .add("from")
                .add("after");
        if (!fault.happensOnce()) {
            text(properties, "for", "For how long it can strike").put("pattern", DURATION);
        }
        if (fault.strikesRepeatedly()) {
            described(properties, "times", "integer", "How often it strikes; without it as long as it is armed")
                    .put("format", "int64")
                    .put("minimum", 1)
                    .put("maximum", Long.MAX_VALUE);
            described(properties, "probability", "number", "How probable it is that it strikes, each time")
                    .put("minimum", 0)
                    .put("maximum", 1)
                    .put("default", 1);
        }
        fault.parameters().forEach(parameter -> add(properties, fault, parameter));
        if (fault == Fault.WORKER_OFFLINE) {
            ((ArrayNode) schema.get("required")).add("on");
            ((ObjectNode) properties.get("on")).putArray("required").add(FaultScope.WORKER.label());
        }
        return schema;
    }

    private static ObjectNode places(Fault fault) {
        ObjectNode on = closed();
        on.put("description", "What it is confined to");
        ObjectNode properties = on.putObject("properties");
        for (FaultScope place : fault.places()) {
            ObjectNode schema = text(properties, place.label(), about(place));
            switch (place) {
                case SOURCE, TASK, WORKER -> schema.put("minLength", 1);
                case TABLE -> schema.put("pattern", TABLE);
                case ADDRESS -> schema.put("pattern", ADDRESS);
                case OPERATION -> properties.putObject(place.label()).put("$ref", "#/components/schemas/OperationId");
            }
        }
        return on;
    }

    private static String about(FaultScope place) {
        return switch (place) {
            case SOURCE -> "A source, by its name";
            case TASK -> "A task, by its name";
            case WORKER -> "A worker, by its name";
            case TABLE -> "An upstream table with its schema, such as db1.table1";
            case ADDRESS -> "A database server, such as 127.0.0.1:3306";
            case OPERATION -> "An operation of the DM API, by its id in a version's OpenAPI document";
        };
    }

    private static void add(ObjectNode properties, Fault fault, FaultParameter parameter) {
        switch (parameter.type()) {
            case TEXT -> {
                ObjectNode schema = text(properties, parameter.name(), parameter.about());
                parameter.choices().forEach(choice -> schema.withArray("/enum").add(choice));
                if (parameter.name().equals("content_type")) {
                    schema.put("pattern", MEDIA_TYPE);
                }
            }
            case DURATION ->
                text(properties, parameter.name(), parameter.about())
                        .put("pattern", fault == Fault.HTTP_LATENCY ? UP_TO_A_MINUTE : DURATION);
            case INTEGER ->
                described(properties, parameter.name(), "integer", parameter.about())
                        .put("minimum", parameter.name().equals("status") ? 200 : 0)
                        .put("maximum", parameter.name().equals("status") ? 599 : Integer.MAX_VALUE);
            case TRUTH -> described(properties, parameter.name(), "boolean", parameter.about());
        }
    }

    private static ObjectNode closed() {
        return JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
    }

    private static ObjectNode text(ObjectNode properties, String name, String about) {
        return described(properties, name, "string", about);
    }

    private static ObjectNode described(ObjectNode properties, String name, String type, String about) {
        return properties.putObject(name).put("type", type).put("description", about);
    }
}
