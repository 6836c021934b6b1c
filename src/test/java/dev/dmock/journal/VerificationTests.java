package dev.dmock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.journal.Verification.Times;
import dev.dmock.version.ApiVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which calls count as expected, and which come closest. */
class VerificationTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASK = "{\"task\":{\"name\":\"t1\",\"sources\":[{\"a\":1},{\"a\":2}],\"n\":1.50}}";

    private static final List<JournalEntry> CALLS = List.of(
            entry(1, "CreateTask", "POST", "/api/v1/tasks", TASK, 200, "{\"name\":\"t1\"}"),
            entry(2, "CreateTask", "POST", "/api/v1/tasks", TASK.replace("t1", "t2"), 400, "{\"error_code\":46014}"),
            entry(3, "GetTask", "GET", "/api/v1/tasks/t1/status", "", 200, "{\"total\":1}"),
            entry(4, null, "GET", "/api/v1/nowhere", "", 404, "nothing here"));

    private static JournalEntry entry(
            long id, @Nullable String operation, String method, String path, String body, int status, String answer) {
        return new JournalEntry(
                id,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                ApiVersion.V8_1,
                operation,
                method,
                path,
                null,
                Map.of(),
                content(body),
                status,
                Map.of(),
                content(answer));
    }

    private static JournaledBody content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return JournaledBody.of(bytes, bytes.length);
    }

    private static CallCriteria criteria(String json) {
        JsonNode node = JSON.readTree(json);
        return new CallCriteria(
                node.path("operationId").asString(null),
                node.path("method").asString(null),
                node.has("path")
                        ? PathPatternParser.defaultInstance.parse(
                                node.get("path").asString())
                        : null,
                node.has("status") ? node.get("status").intValue() : null,
                node.has("error_code") ? node.get("error_code").intValue() : null,
                node.get("body"),
                node.get("answer"),
                node.path("since").asLong(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | 1 2 3 4",
                "{\"operationId\":\"CreateTask\"}                          | 1 2",
                "{\"method\":\"GET\"}                                      | 3 4",
                "{\"path\":\"/api/v1/tasks/*/status\"}                     | 3",
                "{\"path\":\"/api/v1/tasks/{name}/status\"}                | 3",
                "{\"path\":\"/api/v1/tasks/**\"}                           | 1 2 3",
                "{\"path\":\"/api/v1/tasks\"}                              | 1 2",
                "{\"status\":200}                                          | 1 3",
                "{\"error_code\":46014}                                    | 2",
                "{\"since\":2}                                             | 3 4",
                "{\"body\":{\"task\":{\"name\":\"t2\"}}}                   | 2",
                "{\"body\":{\"task\":{\"n\":1.5}}}                         | 1 2",
                "{\"body\":{\"task\":{\"sources\":[{},{\"a\":2}]}}}        | 1 2",
                "{\"body\":{\"task\":{\"sources\":[{}]}}}                  | ''",
                "{\"body\":{\"task\":{\"name\":null}}}                     | ''",
                "{\"answer\":{\"total\":1}}                                | 3",
                "{\"answer\":\"nothing here\"}                             | 4",
            })
    void callsAreFound(String json, String found) {
        Verification result = Verification.of(CALLS, criteria(json), new Times(0, null));

        assertThat(result.entries().stream().map(String::valueOf))
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, true",
        "1, , true",
        ", 2, true",
        ", 1, false",
        "3, , false",
        "3, 3, false",
        "0, 0, false",
        ", , true",
    })
    void theNumberHasToBeAsExpected(@Nullable Integer atLeast, @Nullable Integer atMost, boolean matched) {
        CallCriteria two = criteria("{\"operationId\":\"CreateTask\"}");

        assertThat(Verification.of(CALLS, two, new Times(atLeast, atMost)).matched())
                .isEqualTo(matched);
    }

    @Test
    void theClosestCallsComeFirstAndSayWhatDiffers() {
        CallCriteria expected = criteria("""
                {"operationId": "CreateTask", "status": 200, "body": {"task": {"name": "t2", "sources": [{"a": 1}]}}}""");

        Verification result = Verification.of(CALLS, expected, new Times(1, null));

        assertThat(result.nearMisses()).extracting(m -> m.entry().id()).containsExactly(1L, 2L, 3L);
        assertThat(result.nearMisses().get(0).differences())
                .extracting(CallDifference::field)
                .containsExactly("body.task.name", "body.task.sources");
        assertThat(result.nearMisses().get(1).differences())
                .extracting(CallDifference::field)
                .containsExactly("status", "body.task.sources");
    }

    @Test
    void nothingIsNearIfThereAreEnough() {
        assertThat(Verification.of(CALLS, criteria("{\"status\":200}"), new Times(1, 1))
                        .nearMisses())
                .isEmpty();
    }

    @Test
    void aPasswordMatchesAnyOther() {
        List<JournalEntry> calls = List.of(entry(1, "x", "POST", "/", "{\"password\":\"a\"}", 200, ""));

        assertThat(Verification.of(calls, criteria("{\"body\":{\"password\":\"b\"}}"), new Times(1, 1))
                        .matched())
                .isTrue();
    }
}
