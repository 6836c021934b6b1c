package dev.dmock.task.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.version.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the real servers said of the tasks in the recorded cases, as far as the precheck said it. */
class RecordedPrechecksTests {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final String DETAIL = " detail: {";
    private static final Set<Integer> OF_CHECKS = Set.of(26005, 10006);
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<Path> cases() {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> read(f).contains("/api/v1/tasks\n"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatWasRecorded(Path file) {
        JsonNode recorded = YAML.readTree(file.toFile());
        ApiVersion api = ApiVersion.ofLabel(recorded.path("api").asString()).orElseThrow();
        CheckedWorld world = new CheckedWorld(api, recorded.path("world"));
        for (JsonNode step : recorded.path("steps")) {
            JsonNode sql = step.path("world").path("sql");
            if (!sql.isMissingNode()) {
                world.execute(
                        sql.path("address").asString(),
                        sql.path("statements").values().stream()
                                .map(JsonNode::asString)
                                .toList());
            }
            String request = step.path("send").path("method").asString("") + " "
                    + step.path("send").path("path").asString("");
            JsonNode body = step.path("send").path("json");
            boolean created = step.path("expect").path("status").asInt() == 201;
            if (request.equals("POST /api/v1/sources") && created) {
                world.source(body.has("source") ? body.path("source") : body);
            } else if (request.equals("POST /api/v1/tasks")) {
                compare(world, body.path("task"), step.path("expect").path("json"), created);
                if (created) {
                    return; // from here on a running task changes the databases
                }
            }
        }
    }

    private static void compare(CheckedWorld world, JsonNode task, JsonNode answer, boolean created) {
        boolean v8 = answer.has("check_result");
        if (!created && !OF_CHECKS.contains(answer.path("error_code").asInt(0))) {
            return;
        }
        String said = world.check(withAnswered(task, answer));
        if (created && !v8) {
            assertThat(said).doesNotContain("26005");
            return;
        }
        String expected = answer.path(created ? "check_result" : "error_msg").asString();
        if (expected.startsWith("<re:")) {
            String pattern = expected.substring("<re:".length(), expected.length() - 1);
            assertThat(said).matches(Pattern.compile(pattern, Pattern.DOTALL));
        } else {
            assertThat(inOrder(said)).isEqualTo(inOrder(expected));
        }
    }

    /** v8.5 fills in defaults before the task comes to be checked. */
    private static JsonNode withAnswered(JsonNode task, JsonNode answer) {
        JsonNode answered = answer.path("task").path("meta_schema");
        boolean filledIn = !task.has("meta_schema") && answer.toString().contains("dm-meta");
        if (!answered.isMissingNode() || filledIn) {
            JsonNode copy = task.deepCopy();
            ((ObjectNode) copy).put("meta_schema", answered.asString("dm-meta"));
            return copy;
        }
        return task;
    }

    /** The text with its results by their numbers: their order is left to chance on the real server. */
    private static String inOrder(String text) {
        int mark = text.indexOf(DETAIL);
        if (mark < 0) {
            return text;
        }
        String head = text.substring(0, mark);
        JsonNode report = JsonMapper.shared().readTree(text.substring(mark + DETAIL.length() - 1));
        List<JsonNode> results = new ArrayList<>(report.path("results").values());
        results.sort(Comparator.comparingInt(r -> r.path("id").asInt()));
        return head + results + report.path("summary");
    }
}
