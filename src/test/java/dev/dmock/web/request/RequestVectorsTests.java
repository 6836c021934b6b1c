package dev.dmock.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.CaseJson;
import dev.dmock.go.GoJsonWriter;
import dev.dmock.version.ApiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Random requests and what the request layers that DM-master was built with made of them: the same validator, router and
 * parameter binding, generated from the same document, in front of operations that show what reached them.
 */
class RequestVectorsTests {

    private static final Path VECTORS = Path.of("src", "test", "resources", "requests");

    @TestFactory
    Stream<DynamicContainer> everyRequestIsJudgedAsByTheRealServer() {
        return Stream.of(ApiVersion.V5_3, ApiVersion.V8_1, ApiVersion.V8_5).map(version -> {
            RequestLayer layer = RequestLayer.of(version);
            return DynamicContainer.dynamicContainer(
                    version.label(), vectors(version).stream().map(vector -> test(layer, vector)));
        });
    }

    private static List<JsonNode> vectors(ApiVersion version) {
        try {
            return Files.readAllLines(VECTORS.resolve(version.label() + ".jsonl")).stream()
                    .map(CaseJson::read)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DynamicTest test(RequestLayer layer, JsonNode vector) {
        String method = vector.get("method").asString();
        String target = vector.get("target").asString();
        RawRequest request = Requests.of(
                method,
                target,
                vector.has("type") ? vector.get("type").asString() : null,
                vector.path("body").asString(""));
        return DynamicTest.dynamicTest(method + " " + target, () -> {
            RequestDecision outcome = Requests.outcome(layer, request);
            if (vector.has("accepted")) {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                RequestDecision.Accepted.class,
                                accepted -> checkAccepted(vector.get("accepted"), accepted));
            } else {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                RequestDecision.Refused.class, refused -> checkRefused(vector, refused));
            }
        });
    }

    private static void checkRefused(JsonNode expected, RequestDecision.Refused refused) {
        assertThat(refused.status()).isEqualTo(expected.get("status").asInt());
        if (expected.has("answer")) {
            assertThat(refused.body()).isEqualTo(expected.get("answer").asString());
        }
        if (expected.has("answerType")) {
            assertThat(refused.contentType())
                    .isEqualTo(expected.get("answerType").asString());
        }
        assertThat(refused.headers().get("Location"))
                .isEqualTo(expected.has("location") ? expected.get("location").asString() : null);
    }

    private static void checkAccepted(JsonNode expected, RequestDecision.Accepted accepted) {
        assertThat(accepted.operationId()).isEqualTo(expected.get("operation").asString());
        assertThat(accepted.pathParameters().values())
                .containsExactlyInAnyOrderElementsOf(strings(expected.get("path")));
        Map<String, List<String>> query = new java.util.HashMap<>();
        expected.path("query").properties().forEach(e -> query.put(e.getKey(), strings(e.getValue())));
        assertThat(accepted.query()).isEqualTo(query);
        if (expected.has("body")) {
            RequestDecision.Body.Given given = (RequestDecision.Body.Given) accepted.body();
            JsonNode seen = CaseJson.read(GoJsonWriter.compact(given.json()));
            assertThat(differences(expected.get("body"), seen, "$")).isEmpty();
        }
    }

    /** Go fills in zero values for what was not sent, and leaves out what is empty; both mean the same. */
    private static List<String> differences(JsonNode expected, JsonNode seen, String path) {
        List<String> lines = new ArrayList<>();
        if (isZero(expected) && isZero(seen)) {
            return lines;
        }
        if (expected.isObject() && seen.isObject()) {
            Stream.concat(expected.propertyNames().stream(), seen.propertyNames().stream())
                    .distinct()
                    .forEach(
                            name -> lines.addAll(differences(expected.path(name), seen.path(name), path + "." + name)));
        } else if (expected.isArray() && seen.isArray() && expected.size() == seen.size()) {
            for (int i = 0; i < expected.size(); i++) {
                lines.addAll(differences(expected.get(i), seen.get(i), path + "[" + i + "]"));
            }
        } else if (expected.isNumber() && seen.isNumber()
                ? expected.decimalValue().compareTo(seen.decimalValue()) != 0
                : !expected.equals(seen)) {
            lines.add(path + ": " + seen + ", expected " + expected);
        }
        return lines;
    }

    private static boolean isZero(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isString() && value.asString().isEmpty()
                || value.isBoolean() && !value.asBoolean()
                || value.isNumber() && value.asDouble() == 0
                || value.isContainer() && value.values().stream().allMatch(RequestVectorsTests::isZero);
    }

    private static List<String> strings(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
