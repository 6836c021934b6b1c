package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Whoever opens the page of a version's document on a fresh start, and presses "Execute" for one operation after the other as
 * it is filled in, is answered without an error each time. Members are deleted last, when they have gone offline.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DocumentExamplesTests {

    /** The document says nothing of its body, neither does DM's own, so the page sends none. */
    private static final Set<String> CANNOT_BE_TRIED = Set.of("DMAPUpdateTaskTemplate");

    private static final String OFFLINE = "members go offline";

    private static final List<String> V5 = words("""
            GetDocJSON GetDocHTML DMAPIGetClusterMasterList DMAPIGetClusterWorkerList
            DMAPICreateSource DMAPIGetSourceList DMAPIGetSourceStatus DMAPIGetSourceSchemaList DMAPIGetSourceTableList
            DMAPITransferSource DMAPIStartRelay DMAPIPauseRelay DMAPIResumeRelay DMAPIStopRelay
            DMAPIStartTask DMAPIGetTaskList DMAPIGetTaskStatus DMAPIPauseTask
            DMAPIGetSchemaListByTaskAndSource DMAPIOperateTableStructure DMAPIGetTableListByTaskAndSource
            DMAPIGetTableStructure DMAPIDeleteTableStructure
            DMAPIResumeTask DMAPIDeleteTask DMAPIDeleteSource""");

    private static final List<String> V8 = words("""
            GetDocJSON GetDocHTML DMAPIUpdateClusterInfo DMAPIGetClusterInfo DMAPIGetClusterMasterList
            DMAPIGetClusterWorkerList DMAPICreateSource DMAPIGetSourceList DMAPIGetSource DMAPIGetSourceStatus
            DMAPIUpdateSource DMAPIGetSourceSchemaList DMAPIGetSourceTableList DMAPITransferSource
            DMAPIEnableRelay DMAPIPurgeRelay DMAPIDisableRelay DMAPIDisableSource DMAPIEnableSource
            DMAPIConvertTask DMAPICreateTaskTemplate DMAPIGetTaskTemplateList DMAPIGetTaskTemplate
            DMAPIDeleteTaskTemplate DMAPICreateTask DMAPIImportTaskTemplate DMAPIStartTask DMAPIGetTaskList
            DMAPIGetTask DMAPIGetTaskStatus DMAPIGetTaskMigrateTargets DMAPIStopTask DMAPIUpdateTask
            DMAPIGetSchemaListByTaskAndSource DMAPIGetTableListByTaskAndSource
            DMAPIOperateTableStructure DMAPIGetTableStructure DMAPIDeleteTableStructure
            DMAPIDeleteTask DMAPIDeleteSource""");

    private static final List<String> MEMBERS = List.of("DMAPIOfflineMasterNode", "DMAPIOfflineWorkerNode");

    private final WireClient client = new WireClient();

    @LocalServerPort
    private int port;

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    /** An operation as the document has it. */
    private record Documented(String method, String path, JsonNode operation) {

        String target() {
            String target = path;
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter : operation.path("parameters").values()) {
                String name = parameter.path("name").asString();
                JsonNode example = parameter.path("example");
                if (parameter.path("in").asString().equals("path")) {
                    target = target.replace("{" + name + "}", encoded(example));
                } else if (example.isArray()) {
                    example.values().forEach(element -> query.append(pair(query, name, element)));
                } else if (!example.isMissingNode()) {
                    query.append(pair(query, name, example));
                }
            }
            return target + query;
        }

        private static String pair(CharSequence before, String name, JsonNode value) {
            return (before.isEmpty() ? "?" : "&") + name + "=" + encoded(value);
        }

        private static String encoded(JsonNode value) {
            return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "v5.3", "v8.1", "v8.5"})
    void eachExampleWorks(String api) {
        String space = "/_dmock/spaces/examples-of-" + api;
        send("PUT", space, "{\"api\": \"" + api + "\"}");
        Map<String, Documented> operations = operations(space);
        List<String> order = api.startsWith("v8") ? V8 : V5;
        Set<String> known = Stream.of(order, MEMBERS, CANNOT_BE_TRIED)
                .flatMap(ids -> ids.stream())
                .collect(Collectors.toSet());
        assertThat(known).containsAll(operations.keySet());

        Stream.of(order, List.of(OFFLINE), MEMBERS).flatMap(List::stream).forEach(id -> {
            if (id.equals(OFFLINE)) {
                send("PATCH", space + "/_dmock/world", "{\"worker_offline\": \"worker3\"}");
                send("PATCH", space + "/_dmock/world", "{\"master_offline\": \"master3\"}");
            } else {
                Documented operation = operations.get(id);
                assertThat(operation).as(id).isNotNull();
                JsonNode body = operation.operation().at("/requestBody/content/application~1json/example");
                assertThat(body.isMissingNode())
                        .as("the body of %s has no example", id)
                        .isEqualTo(!operation.operation().has("requestBody"));
                send(operation.method(), space + operation.target(), body.isMissingNode() ? null : body.toString());
            }
        });
    }

    private void send(String method, String target, @org.jspecify.annotations.Nullable String body) {
        Call call = Call.of(method, "http://127.0.0.1:" + port, target);
        Reply reply = client.send(body == null ? call : call.with("application/json", body));
        assertThat(reply.status()).as("%s %s: %s", method, target, reply.text()).isLessThan(400);
    }

    private Map<String, Documented> operations(String space) {
        Reply reply = client.send(Call.of("GET", "http://127.0.0.1:" + port, space + "/api/v1/dm.json"));
        Map<String, Documented> operations = new LinkedHashMap<>();
        CaseJson.read(reply.text())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.putIfAbsent(
                                method.getValue()
                                        .path("operationId")
                                        .asString()
                                        .replaceFirst("By(Patch|Put|Post)$", ""),
                                new Documented(
                                        method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }
}
