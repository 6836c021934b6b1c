package dev.dmock.conformance.differential;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Captures;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Masters;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.ValuePath;
import dev.dmock.conformance.WireClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the two servers.
 *
 * @param world what lays worlds there and lets events happen
 * @param afterWorld what is done after each world was laid
 */
record Side(Masters masters, WorldControl world, Consumer<Side> afterWorld) {

    private static final WireClient CLIENT = new WireClient();

    /** Lays worlds, and lets events happen in them. */
    interface WorldControl {

        /** Carries out a {@code PUT} of a world or a {@code PATCH} with an event; says why it was refused. */
        Optional<String> tell(Side side, String method, ObjectNode document);
    }

    /** A DMock, or another server with its control API. */
    static Side of(Masters masters) {
        return new Side(masters, Side::tellOverHttp, side -> {});
    }

    static Optional<String> tellOverHttp(Side side, String method, ObjectNode document) {
        Reply reply = side.call(method, "/_dmock/world", CaseJson.write(document));
        return reply.status() < 300 ? Optional.empty() : Optional.of(reply.status() + " " + reply.text());
    }

    Reply call(String method, String path, String json) {
        return CLIENT.send(Call.of(method, masters.first(), path).with("application/json", json));
    }

    Run begin(ObjectNode worldDocument) {
        world.tell(this, "PUT", worldDocument).ifPresent(refusal -> {
            throw new IllegalStateException(masters.first() + " refused a world: " + refusal);
        });
        afterWorld.accept(this);
        return new Run(this, new Captures());
    }

    /** A conversation with it. */
    record Run(Side side, Captures captures) {

        Optional<String> happen(ObjectNode event) {
            return side.world.tell(side, "PATCH", (ObjectNode) captures.substitute(event));
        }

        ObjectNode ask(JsonNode send) {
            return CLIENT.send(Call.of(captures.substitute(send), side.masters)).seen(List.of());
        }

        /** Keeps values of an answer; one that is not there is kept as a text that nothing is called. */
        void capture(JsonNode step, ObjectNode seen) {
            step.path("capture").properties().forEach(capture -> {
                Optional<JsonNode> value = new ValuePath(capture.getValue().asString()).in(seen.path("json"));
                captures.put(capture.getKey(), value.orElseGet(() -> seen.textNode("nothing")));
            });
        }
    }
}
