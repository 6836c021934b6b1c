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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * One walk through the documentation page, section by section in its order, on a fresh server in the default world: the page's verbs,
 * bodies (byte for byte, from the files {@code page/*.request.json}) and status codes. Only names are put in place of the page's,
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
    private final Set<Operation> visited = new HashSet<>();

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
        answers(get(SOURCE + "/status", 200), "source-status-with-relay");
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
        empty(call("PATCH", SOURCE + "/pause-relay", 200));
    }

    @Test
    @Order(12)
    void resumeTheRelayLogFeature() {
        empty(call("PATCH", SOURCE + "/resume-relay", 200));
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
        assertThat(differences("create-task", tasks.at("/data/0"))).isEmpty();
    }

    @Test
    @Order(18)
    void stopATask() {
        empty(call("DELETE", "/tasks/task-1", 204));
        answers(get("/tasks", 200), "none");
    }

    @Test
    @Order(19)
    void getTheInformationOfATask() {
        send("POST", "/tasks", body("create-task"), 200);
        answers(get("/tasks/task-1/status?stage=running", 200), "task-status");
        answers(get("/tasks/task-1/status?stage=paused", 200), "none");
    }

    @Test
    @Order(20)
    void pauseATask() {
        empty(send("PATCH", "/tasks/task-1/pause", body("pause-task"), 200));
        answers(get("/tasks/task-1/status?stage=running", 200), "none");
    }

    @Test
    @Order(21)
    void resumeATask() {
        empty(send("PATCH", "/tasks/task-1/resume", body("resume-task"), 200));
        answers(get("/tasks/task-1/status?stage=running", 200), "task-status");
    }

    @Test
    @Order(22)
    void getTheSchemasOfATask() {
        answers(get(STRUCTURES, 200), "task-schemas");
    }

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
        empty(send(method, STRUCTURES + "/db1/table1", body("set-table-structure"), 200));
        answers(get(STRUCTURES + "/db1/table1", 200), "table-structure-after-set");
    }

    @Test
    @Order(26)
    void deleteATableStructure() {
        empty(call("DELETE", STRUCTURES + "/db1/table1", 200));
        JsonNode original = answers(get(STRUCTURES + "/db1/table1", 200), "table-structure");
        assertThat(differences("table-structure-after-set", original)).isNotEmpty();
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

    @Test
    @Order(29)
    void theWalkCameByEveryOperation() {
        assertThat(visited).hasSize(28).containsExactlyInAnyOrderElementsOf(Operation.V5_3);
    }

    private void bindingIs(String bound) {
        worker = bound;
        free = bound.equals("worker2") ? "worker3" : "worker2";
    }

    private Reply get(String path, int status) {
        return call("GET", path, status);
    }

    private Reply call(String method, String path, int status) {
        return checked(Call.of(method, "http://127.0.0.1:" + port, "/api/v1" + path), path, status);
    }

    private Reply send(String method, String path, String body, int status) {
        Call call = Call.of(method, "http://127.0.0.1:" + port, "/api/v1" + path);
        return checked(call.with("application/json", body), path, status);
    }

    private Reply checked(Call call, String path, int status) {
        Reply reply = client.sendOnce(call);
        assertThat(reply.status())
                .as("%s %s: %s", call.method(), call.target(), reply.text())
                .isEqualTo(status);
        Operation.V5_3.stream()
                .filter(operation -> operation.hasPath(path.split("\\?", 2)[0]))
                .filter(operation -> List.of(operation.method(), operation.documentedMethod())
                        .contains(call.method()))
                .forEach(visited::add);
        return reply;
    }

    private static void empty(Reply reply) {
        assertThat(reply.text()).isEmpty();
    }

    private JsonNode answers(Reply reply, String golden) {
        JsonNode json = CaseJson.read(reply.text());
        assertThat(differences(golden, json)).isEmpty();
        return json;
    }

    private List<String> differences(String golden, JsonNode answer) {
        String text = read(golden + ".json").replace("{{worker}}", worker).replace("{{free}}", free);
        return Differences.whole(Set.of()).between(CaseJson.read(text), answer);
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
