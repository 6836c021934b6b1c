package dev.dmock.conformance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One step of a case: something that happens outside DM, or a request with its answer. */
public sealed interface Step {

    static Step of(JsonNode step) {
        return step.has("world") ? new Event(step.get("world")) : Exchange.of(step);
    }

    /** An event in the world, in the shape in which it is patched into it. */
    record Event(JsonNode event) implements Step {}

    /**
     * A request and what is expected of its answer.
     *
     * @param until what the answer has to show before it counts; the request is repeated until then, for at most {@code within}
     * @param captures paths into the answer, by the name under which later steps refer to the value there
     * @param stopOnDifference whether the case ends here if the answer differs
     */
    record Exchange(
            Optional<String> name,
            JsonNode send,
            Optional<JsonNode> until,
            Duration within,
            JsonNode expect,
            Map<String, ValuePath> captures,
            boolean stopOnDifference)
            implements Step {

        private static final int USUAL_SECONDS = 30;

        private static Exchange of(JsonNode step) {
            Map<String, ValuePath> captures = new LinkedHashMap<>();
            step.path("capture")
                    .properties()
                    .forEach(capture -> captures.put(
                            capture.getKey(), new ValuePath(capture.getValue().asString())));
            return new Exchange(
                    step.optional("name").map(JsonNode::asString),
                    step.get("send"),
                    step.optional("until"),
                    Duration.ofMillis((long) (1000 * step.path("within").asDouble(USUAL_SECONDS))),
                    step.get("expect"),
                    captures,
                    step.path("stop_on_difference").asBoolean(false));
        }

        String label() {
            return name.orElseGet(
                    () -> send.get("method").asString() + " " + send.get("path").asString());
        }
    }
}
