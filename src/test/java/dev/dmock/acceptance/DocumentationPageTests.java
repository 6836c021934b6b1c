package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Differences;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * One walk through the documentation page, section by section in its order, on a fresh server in the default world: the page's verbs,
 * bodies (byte for byte, from the files {@code page/*.request.json}), status codes, answers and the states that follow. Only names are put in place of the page's,
 * which do not fit each other; what a section deletes is made again for the ones after it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=a-server-of-its-own")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DocumentationPageTests {

    private static final Path PAGE = Path.of("src", "test", "resources", "page");
    private static final String SOURCE = "/sources/mysql-01";
    private static final String STRUCTURES = "/tasks/task-1/sources/mysql-01/schemas";

    private final WireClient client = new WireClient();

    /** The body of the task that there is; null if there is none. */
    private @Nullable String task;

    /** The worker that the source was bound to, and the one that was left free. */
    private String worker = "unknown";

    private String free = "unknown";

    @LocalServerPort
    private int port;

    @Test
    @Order(1)
    void getTheInformationOfAMasterNode() {
        answers(get("/cluster/masters", 200), "masters");
    }

    @Test
    @Order(2)
    void stopAMasterNode() {
        empty(call("DELETE", "/cluster/masters/master1", 204));
        JsonNode masters = answers(get("/cluster/masters", 200), "masters-after-stop");
        assertThat(masters.get("data").values())
                .filteredOn(master -> master.get("leader").asBoolean())
                .hasSize(1);
    }

    @Test
    @Order(3)
    void getTheInformationOfAWorkerNode() {
        answers(get("/cluster/workers", 200), "workers");
    }

    @Test
    @Order(4)
    void stopAWorkerNode() {
        empty(call("DELETE", "/cluster/workers/worker1", 204));
        assertThat(get("/cluster/workers", 200).text()).contains("\"total\":2").doesNotContain("worker1");
    }

    @Test
    @Order(5)
    void createADataSource() {
        JsonNode source = answers(send("POST", "/sources", body("create-source"), 201), "create-source");
        bindingIs(source.at("/status_list/0/worker_name").asString());
    }

    @Test
    @Order(6)
    void getTheDataSourceList() {
        String second = body("create-source").replace("mysql-01", "mysql-02").replace("3306", "3307");
        send("POST", "/sources", second, 201);
        answers(get("/sources?with_status=true", 200), "sources");
        assertThat(get("/sources", 200).text()).doesNotContain("status_list");
    }

    @Test
    @Order(7)
    void deleteTheDataSource() {
        empty(call("DELETE", SOURCE + "?force=true", 204));
        empty(call("DELETE", "/sources/mysql-02", 204));
        answers(get("/sources", 200), "none");
    }

    @Test
    @Order(8)
    void getTheInformationOfADataSource() {
        send("POST", "/sources", body("create-source"), 201);
        JsonNode status = answers(get(SOURCE + "/status", 200), "source-status");
        bindingIs(status.at("/data/0/worker_name").asString());
    }

    @Test
    @Order(9)
    void startTheRelayLogFeature() {
        empty(send("PATCH", SOURCE + "/start-relay", body("start-relay"), 200));
        relayIs("Running");
    }

    @Test
    @Order(10)
    void stopTheRelayLogFeature() {
        empty(send("PATCH", SOURCE + "/stop-relay", body("stop-relay"), 200));
        answers(get(SOURCE + "/status", 200), "source-status");
    }

    @Test
    @Order(11)
    void pauseTheRelayLogFeature() {
        send("PATCH", SOURCE + "/start-relay", body("start-relay"), 200);
        empty(call("PATCH", SOURCE + "/pause-relay", 200));
        relayIs("Paused");
    }

    @Test
    @Order(12)
    void resumeTheRelayLogFeature() {
        empty(call("PATCH", SOURCE + "/resume-relay", 200));
        relayIs("Running");
        send("PATCH", SOURCE + "/stop-relay", body("stop-relay"), 200);
    }

    @Test
    @Order(13)
    void changeTheBindingOfADataSource() {
        empty(send("PATCH", SOURCE + "/transfer", body("transfer").replace(worker, free), 200));
        answers(get("/cluster/workers", 200), "workers-after-transfer");
    }

    @Test
    @Order(14)
    void getTheSchemasOfADataSource() {
        answers(get(SOURCE + "/schemas", 200), "source-schemas");
    }

    @Test
    @Order(15)
    void getTheTablesOfADataSource() {
        answers(get(SOURCE + "/schemas/db1", 200), "source-tables");
    }

    @Test
    @Order(16)
    void createATask() {
        answers(send("POST", "/tasks", body("create-task"), 200), "create-task");
    }

    @Test
    @Order(17)
    void getTheTaskList() {
        JsonNode tasks = CaseJson.read(get("/tasks", 200).text());
        assertThat(tasks.get("total").asInt()).isEqualTo(1);
        assertThat(tasks.get("data").size()).isEqualTo(1);
        assertThat(tasks.at("/data/0")).isEqualTo(CaseJson.read(read("create-task.json")));
    }

    @Test
    @Order(18)
    void stopATask() {
        empty(call("DELETE", "/tasks/task-1", 204));
        answers(get("/tasks", 200), "none");
    }

    /** The page's rule matches no table of the page's source; a task whose rule does so runs as well. */
    @ParameterizedTest
    @CsvSource({"db-*, tb-*", "db1, table1"})
    @Order(19)
    void getTheInformationOfATask(String schema, String table) {
        call("DELETE", "/tasks/task-1", task == null ? 400 : 204);
        task = body("create-task").replace("db-*", schema).replace("tb-*", table);
        send("POST", "/tasks", task, 200);
        taskIs("Running");
    }

    @Test
    @Order(20)
    void pauseATask() {
        empty(send("PATCH", "/tasks/task-1/pause", body("pause-task"), 200));
        taskIs("Paused");
    }

    @Test
    @Order(21)
    void resumeATask() {
        empty(send("PATCH", "/tasks/task-1/resume", body("resume-task"), 200));
        taskIs("Running");
    }

    @Test
    @Order(22)
    void getTheSchemasOfATask() {
        answers(get(STRUCTURES, 200), "task-schemas");
    }

    /** Those of the source, not those that the task writes to at the same address. */
    @Test
    @Order(23)
    void getTheTablesOfATask() {
        answers(get(STRUCTURES + "/db1", 200), "task-tables");
    }

    @Test
    @Order(24)
    void getATableStructure() {
        answers(get(STRUCTURES + "/db1/table1", 200), "table-structure");
    }

    /** The page's heading says PATCH, its example PUT. */
    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT"})
    @Order(25)
    void updateATableStructure(String method) {
        send("PATCH", "/tasks/task-1/pause", body("pause-task"), 200);
        empty(send(method, STRUCTURES + "/db1/table1", body("set-table-structure"), 200));
        answers(get(STRUCTURES + "/db1/table1", 200), "table-structure-after-set");
    }

    @Test
    @Order(26)
    void deleteATableStructure() {
        empty(call("DELETE", STRUCTURES + "/db1/table1", 200));
        answers(get(STRUCTURES + "/db1/table1", 200), "table-structure");
        send("PATCH", "/tasks/task-1/resume", body("resume-task"), 200);
        taskIs("Running");
    }

    @Test
    @Order(27)
    void errorMessageTemplate() {
        answers(call("DELETE", "/cluster/masters/nobody", 400), "error");
    }

    @Test
    @Order(28)
    void readTheOpenApiDocument() {
        assertThat(get("/docs", 200).text()).contains("<html");
        assertThat(CaseJson.read(get("/dm.json", 200).text()).path("paths").has("/api/v1/sources"))
                .isTrue();
    }

    /** The coverage has the operations of the document, each under one id whichever verb was used. */
    @Test
    @Order(29)
    void theWalkCameByEveryOperation() {
        JsonNode coverage = CaseJson.read(
                client.send(Call.of("GET", base(), "/_dmock/coverage")).text());
        assertThat(coverage.get("never")).isEmpty();
        assertThat(coverage.get("unknown").asInt()).isZero();
        assertThat(coverage.get("exercised").values().stream()
                        .map(exercised -> exercised.get("operationId").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Operation.V5_3.stream().map(Operation::id).toList());
    }

    /** A fault on the documented id strikes the documented verb, and its alias. */
    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "POST"})
    @Order(30)
    void aFaultOnAnOperationStrikesItsVerbs(String method) {
        String fault =
                "{\"fault\": \"http-status\", \"on\": {\"operation\": \"DMAPIPauseTask\"}, \"status\": 503, \"times\": 1}";
        Call arm = Call.of("POST", base(), "/_dmock/faults").with("application/json", fault);
        assertThat(client.send(arm).status()).isEqualTo(201);
        call(method, "/tasks/task-1/pause", 503);
    }

    private void relayIs(String stage) {
        answers(get(SOURCE + "/status", 200), "source-status-with-relay", stage);
    }

    private void taskIs(String stage) {
        answers(get("/tasks/task-1/status", 200), "task-status", stage);
        boolean running = stage.equals("Running");
        String shown = running ? "task-status" : "none";
        answers(get("/tasks/task-1/status?stage=running", 200), shown, stage);
        answers(get("/tasks/task-1/status?stage=paused", 200), running ? "none" : "task-status", stage);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private void bindingIs(String bound) {
        worker = bound;
        free = bound.equals("worker2") ? "worker3" : "worker2";
    }

    private Reply get(String path, int status) {
        return call("GET", path, status);
    }

    private Reply call(String method, String path, int status) {
        return checked(Call.of(method, base(), "/api/v1" + path), status);
    }

    private Reply send(String method, String path, String body, int status) {
        Call call = Call.of(method, base(), "/api/v1" + path);
        return checked(call.with("application/json", body), status);
    }

    private Reply checked(Call call, int status) {
        Reply reply = client.sendOnce(call);
        assertThat(reply.status())
                .as("%s %s: %s", call.method(), call.target(), reply.text())
                .isEqualTo(status);
        return reply;
    }

    private static void empty(Reply reply) {
        assertThat(reply.text()).isEmpty();
    }

    private JsonNode answers(Reply reply, String golden) {
        return answers(reply, golden, "");
    }

    private JsonNode answers(Reply reply, String golden, String stage) {
        JsonNode json = CaseJson.read(reply.text());
        String text = read(golden + ".json")
                .replace("{{worker}}", worker)
                .replace("{{free}}", free)
                .replace("{{stage}}", stage);
        assertThat(Differences.whole(Set.of()).between(CaseJson.read(text), json))
                .isEmpty();
        return json;
    }

    /** A body of the page, with the names of this cluster. */
    private String body(String name) {
        return read(name + ".request.json")
                .replace("\"source-name\"", "\"mysql-01\"")
                .replace("\"source-1\"", "\"mysql-01\"")
                .replace("\"mysql-replica-01\"", "\"mysql-01\"")
                .replace("\"worker-1\"", "\"" + worker + "\"");
    }

    private static String read(String file) {
        try {
            return Files.readString(PAGE.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
