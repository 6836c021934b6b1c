package dev.dmock.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Differences;
import dev.dmock.version.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every recorded step, put to the pure request layer: what it refused is refused in its words, all else is let through. */
class RecordedRefusalsTests {

    private static final Path CASES = Path.of("src", "test", "resources", "conformance");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int FEWEST_REFUSALS = 60;

    @TestFactory
    Stream<DynamicContainer> recordedSteps() {
        return Stream.of(ApiVersion.V5_3, ApiVersion.V8_1, ApiVersion.V8_5).map(version -> {
            RequestLayer layer = RequestLayer.of(version);
            List<Step> steps = steps(CASES.resolve(version.label()));
            assertThat(steps.stream().filter(Step::refused)).hasSizeGreaterThan(FEWEST_REFUSALS);
            return DynamicContainer.dynamicContainer(
                    version.label(),
                    steps.stream().map(step -> DynamicTest.dynamicTest(step.label(), () -> step.check(layer))));
        });
    }

    private static List<Step> steps(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> {
                        JsonNode recorded = YAML.readTree(file.toFile());
                        JsonNode steps = recorded.get("steps");
                        return IntStream.range(0, steps.size())
                                .filter(i -> steps.get(i).has("send"))
                                .mapToObj(i -> new Step(
                                        recorded.get("case").asString() + " step " + (i + 1),
                                        steps.get(i).get("send"),
                                        steps.get(i).get("expect")));
                    })
                    .filter(Step::reachesTheLeader)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Step(String label, JsonNode send, JsonNode expect) {

        /** OPTIONS is answered before the request layer; an address of its own means a master that does not lead. */
        boolean reachesTheLeader() {
            return !send.get("method").asString().equals("OPTIONS") && !send.has("base");
        }

        /** Whether the answer comes from the request layer, by its shape. */
        boolean refused() {
            JsonNode json = expect.path("json");
            String message = json.path("error_msg").asString("");
            boolean undecodable = expect.path("type").asString("").equals("text/plain");
            boolean moved = expect.get("status").asInt() / 100 == 3;
            return json.has("error")
                    || json.has("msg")
                    || message.startsWith("code=400")
                    || message.startsWith("<re:code=400")
                    || undecodable
                    || moved
                    || send.get("method").asString().equals("HEAD");
        }

        void check(RequestLayer layer) {
            RequestDecision outcome = Requests.outcome(layer, request(layer));
            if (refused()) {
                assertThat(outcome).isInstanceOfSatisfying(RequestDecision.Refused.class, this::compare);
            } else {
                assertThat(outcome).isInstanceOf(RequestDecision.Accepted.class);
            }
        }

        private void compare(RequestDecision.Refused refused) {
            assertThat(Differences.whole(List.of()).between(expect, answer(refused)))
                    .isEmpty();
        }

        /** Follows a redirect as the recorder did, unless the step says not to. */
        private RawRequest request(RequestLayer layer) {
            RawRequest request = Requests.of(
                    send.get("method").asString(),
                    send.get("path").asString().replaceAll("\\{\\{\\w+}}", "captured"),
                    contentType(),
                    send.has("json")
                            ? send.get("json").toString()
                            : send.path("text").asString(""));
            if (send.path("follow").asBoolean(true)
                    && Requests.outcome(layer, request) instanceof RequestDecision.Refused refused
                    && refused.headers().containsKey("Location")) {
                return Requests.of(request.method(), refused.headers().get("Location"), request.contentType(), "");
            }
            return request;
        }

        private @Nullable String contentType() {
            for (var header : send.path("headers").properties()) {
                if (header.getKey().equalsIgnoreCase("Content-Type")) {
                    return header.getValue().asString();
                }
            }
            return send.has("json") ? "application/json" : null;
        }

        private ObjectNode answer(RequestDecision.Refused refused) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", refused.status());
            if (!refused.body().isEmpty() && !send.get("method").asString().equals("HEAD")) {
                String type = String.valueOf(refused.contentType());
                answer.put("type", type.replaceAll(";.*", ""));
                if (refused.body().startsWith("{")) {
                    answer.set("json", CaseJson.read(refused.body()));
                } else {
                    answer.put("text", refused.body());
                }
            }
            if (expect.has("headers")) {
                ObjectNode headers = answer.putObject("headers");
                expect.get("headers").propertyNames().forEach(name -> headers.put(name, header(refused, name)));
            }
            return answer;
        }

        /** The CORS headers are not the pure layer's. */
        private @Nullable String header(RequestDecision.Refused refused, String name) {
            if (name.startsWith("Access-Control")) {
                return expect.get("headers").get(name).asString();
            }
            return name.equals("Content-Type")
                    ? refused.contentType()
                    : refused.headers().get(name);
        }
    }
}
