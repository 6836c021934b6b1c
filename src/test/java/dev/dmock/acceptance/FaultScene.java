package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.model.Subtask;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A space with a source {@code s} and a task {@code t} in a version of the API, over HTTP; texts have single quotes for
 * double ones.
 */
final class FaultScene {

    static final String CREATE = "CREATE TABLE table1 (id INT PRIMARY KEY, c VARCHAR(20))";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TARGET = "{'host': '127.0.0.1', 'port': 4000, 'user': 'root', 'password': 'p'}";

    private final WireClient client = new WireClient();
    private final String base;
    private final SpaceName space;
    private final String api;
    private final Spaces spaces;
    private final ErrorTexts texts;

    FaultScene(int port, String name, String api, Spaces spaces, ErrorTexts texts) {
        this.base = "http://127.0.0.1:" + port;
        this.space = new SpaceName(name);
        this.api = api;
        this.spaces = spaces;
        this.texts = texts;
    }

    boolean v8() {
        return api.startsWith("v8");
    }

    Reply send(String method, String path, @Nullable String body) {
        Call call = Call.of(method, base, "/_dmock/spaces/" + space + path);
        return client.sendOnce(body == null ? call : call.with("application/json", body.replace('\'', '"')));
    }

    JsonNode call(String method, String path, @Nullable String body, int status) {
        Reply reply = send(method, path, body);
        assertThat(reply.status()).as("%s %s: %s", method, path, reply.text()).isEqualTo(status);
        return reply.text().isBlank() ? JSON.nullNode() : JSON.readTree(reply.text());
    }

    /** An upstream with one row, and a downstream. */
    FaultScene lay(String pace) {
        return lay(pace, 0);
    }

    FaultScene lay(String pace, long seed) {
        call(
                "PUT",
                "/_dmock/world",
                "{'api': '" + api + "', 'pace': '" + pace + "', 'seed': " + seed
                        + ", 'upstreams': [{'address': '127.0.0.1:3306', 'user': 'root', 'password': 'p',"
                        + "'databases': {'db1': {'table1': '" + CREATE + "'}},"
                        + "'sql': ['INSERT INTO db1.table1 VALUES (1, NULL)']}],"
                        + "'downstreams': [{'address': '127.0.0.1:4000', 'user': 'root', 'password': 'p'}]}",
                200);
        return this;
    }

    FaultScene source() {
        return source(false);
    }

    FaultScene source(boolean gtid) {
        postSource("s", gtid, 201);
        return this;
    }

    JsonNode postSource(String name, boolean gtid, int status) {
        return call("POST", "/api/v1/sources", sourceBody(name, gtid), status);
    }

    String sourceBody(String name, boolean gtid) {
        String source = "{'source_name': '" + name
                + "', 'host': '127.0.0.1', 'port': 3306, 'user': 'root', 'password': 'p', 'enable_gtid': " + gtid
                + ", 'enable': true}";
        return v8() ? "{'source': " + source + "}" : source;
    }

    /** Makes the task and starts it. */
    FaultScene task() {
        return task("", "");
    }

    FaultScene task(String shardMode, String onDuplicate) {
        postTask("t", shardMode, onDuplicate, 201);
        start();
        return this;
    }

    JsonNode postTask(String name, String shardMode, String onDuplicate, int status) {
        String shard = shardMode.isEmpty() ? "" : "'shard_mode': '" + shardMode + "',";
        String full =
                onDuplicate.isEmpty() ? "" : "'full_migrate_conf': {'on_duplicate_logical': '" + onDuplicate + "'},";
        String task = "{'name': '" + name + "', 'task_mode': 'all', " + shard
                + "'enhance_online_schema_change': true, 'on_duplicate': 'error', 'target_config': " + TARGET
                + ", 'table_migrate_rule': [{'source': {'source_name': 's', 'schema': 'db1', 'table': 'table1'},"
                + "'target': {'schema': 'db1', 'table': 'table1'}}],"
                + "'source_config': {" + full + "'source_conf': [{'source_name': 's'}]}}";
        int known = status == 201 && api.equals("docs") ? 200 : status;
        return call("POST", "/api/v1/tasks", "{'remove_meta': false, 'task': " + task + "}", known);
    }

    private void start() {
        if (v8()) {
            call("POST", "/api/v1/tasks/t/start", "{}", 200);
        }
    }

    /** Lets the task go on, as a client does. */
    void resume() {
        call("POST", v8() ? "/api/v1/tasks/t/start" : "/api/v1/tasks/t/resume", v8() ? "{}" : null, 200);
    }

    void startRelay() {
        if (v8()) {
            call("POST", "/api/v1/sources/s/relay/enable", "{}", 200);
        } else {
            call("POST", "/api/v1/sources/s/start-relay", "{'worker_name_list': ['" + worker() + "']}", 200);
        }
    }

    /** Lets a relay that is paused go on: v5 resumes it, v8 can only switch it off and on. */
    void resumeRelay() {
        if (v8()) {
            call("POST", "/api/v1/sources/s/relay/disable", "{}", 200);
            call("POST", "/api/v1/sources/s/relay/enable", "{}", 200);
        } else {
            call("POST", "/api/v1/sources/s/resume-relay", null, 200);
        }
    }

    String relayStage() {
        return call("GET", "/api/v1/sources/s/status", null, 200)
                .path("data")
                .get(0)
                .path("relay_status")
                .path("stage")
                .asString();
    }

    /** The worker that holds the source. */
    String worker() {
        return workers().values().stream()
                .filter(w -> w.path("bound_source_name").asString().equals("s"))
                .map(w -> w.path("name").asString())
                .findFirst()
                .orElse("");
    }

    String stageOfWorker(String name) {
        return workers().values().stream()
                .filter(w -> w.path("name").asString().equals(name))
                .map(w -> w.path("bound_stage").asString())
                .findFirst()
                .orElse("gone");
    }

    private JsonNode workers() {
        return call("GET", "/api/v1/cluster/workers", null, 200).path("data");
    }

    String leader() {
        return call("GET", "/api/v1/cluster/masters", null, 200).path("data").values().stream()
                .filter(m -> m.path("leader").asBoolean())
                .map(m -> m.path("name").asString())
                .findFirst()
                .orElse("");
    }

    /** Arms a fault and returns its id. */
    String arm(String body) {
        return call("POST", "/_dmock/faults", body, 201).path("id").asString();
    }

    void disarm(String id) {
        call("DELETE", "/_dmock/faults/" + id, null, 204);
    }

    JsonNode fault(String id) {
        return call("GET", "/_dmock/faults/" + id, null, 200);
    }

    long struck(String id) {
        return fault(id).path("struck").asLong();
    }

    void sql(String... statements) {
        List<String> quoted =
                List.of(statements).stream().map(s -> "'" + s + "'").toList();
        call("PATCH", "/_dmock/world", "{'sql': {'address': '127.0.0.1:3306', 'statements': " + quoted + "}}", 200);
    }

    void advance(String duration) {
        call("POST", "/_dmock/clock", "{'advance': '" + duration + "'}", 200);
    }

    JsonNode status() {
        return call("GET", "/api/v1/tasks/t/status", null, 200).path("data").get(0);
    }

    /** Stage and unit, such as {@code Running Sync}. */
    String stage() {
        JsonNode status = status();
        return status.path("stage").asString() + " " + status.path("unit").asString();
    }

    /** What the task's unit failed of, in the words of the version: v8 shows the same, v5 shows no texts. */
    String error() {
        String text = spaces.read(space, draft -> {
            var error = draft.get(Subtask.KIND, "t", "s").error();
            return error == null ? "" : texts.text(draft, error);
        });
        assertThat(status().path("error_msg").asString("")).isEqualTo(v8() && !text.isEmpty() ? text + ".\n" : "");
        return text;
    }

    /** The rows that are downstream, as SQL. */
    List<String> downstreamRows() {
        JsonNode servers = call("GET", "/_dmock/world", null, 200).path("downstreams");
        return servers.get(0).path("sql").values().stream()
                .map(JsonNode::asString)
                .filter(statement -> statement.startsWith("INSERT "))
                .toList();
    }
}
