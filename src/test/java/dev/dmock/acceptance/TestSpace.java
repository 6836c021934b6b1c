package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A client of one space of a test server; paths are those below the space. */
final class TestSpace {

    private static final WireClient CLIENT = new WireClient();

    private final String base;

    TestSpace(int port, String name) {
        this.base = "http://127.0.0.1:" + port + "/_dmock/spaces/" + name;
    }

    /** Has to be answered with a 2xx. */
    JsonNode get(String path) {
        return good(Call.of("GET", base, path));
    }

    /** Has to be answered with a 2xx. */
    JsonNode send(String method, String path, String json) {
        return good(Call.of(method, base, path).with("application/json", json));
    }

    /** Has to be answered with a 2xx. */
    JsonNode send(String method, String path) {
        return good(Call.of(method, base, path));
    }

    /** Whatever the answer is. */
    int ask(String path) {
        return CLIENT.sendOnce(Call.of("GET", base, path)).status();
    }

    /** Has to be refused with 400. */
    JsonNode refused(String method, String path, String json) {
        return answer(Call.of(method, base, path).with("application/json", json), 400);
    }

    JsonNode answer(String method, String path, int status) {
        return answer(Call.of(method, base, path), status);
    }

    private static JsonNode good(Call call) {
        Reply reply = CLIENT.sendOnce(call);
        assertThat(reply.status())
                .as("%s %s: %s", call.method(), call.target(), reply.text())
                .isBetween(200, 299);
        return json(reply);
    }

    private static JsonNode answer(Call call, int status) {
        Reply reply = CLIENT.sendOnce(call);
        assertThat(reply.status())
                .as("%s %s: %s", call.method(), call.target(), reply.text())
                .isEqualTo(status);
        return json(reply);
    }

    private static JsonNode json(Reply reply) {
        return reply.body().length == 0 ? MissingNode.getInstance() : CaseJson.read(reply.text());
    }

    /** Makes the space anew with this world. */
    void start(String world) {
        send("PUT", "/_dmock/world", world);
    }

    void createSource(String name, int port) {
        send("POST", "/api/v1/sources", """
                {"source_name": "%s", "host": "127.0.0.1", "port": %d, "user": "root", "password": "123456",
                 "enable_gtid": false}""".formatted(name, port));
    }

    /** Makes a task that merges db1.table1 of the sources into one table. */
    void createTask(String name, String mode, String... sources) {
        String rules = list(sources, """
                {"source": {"source_name": "%s", "schema": "db1", "table": "table1"},
                 "target": {"schema": "db1", "table": "table1"}}""");
        send("POST", "/api/v1/tasks", """
                {"remove_meta": false, "task": {"name": "%s", "task_mode": "%s", "enhance_online_schema_change": true,
                 "on_duplicate": "error", "shard_mode": "pessimistic",
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
                 "table_migrate_rule": [%s], "source_config": {"source_conf": [%s]}}}""".formatted(name, mode, rules, list(sources, "{\"source_name\": \"%s\"}")));
    }

    private static String list(String[] values, String form) {
        StringBuilder list = new StringBuilder();
        for (String value : values) {
            list.append(list.isEmpty() ? "" : ", ").append(form.formatted(value));
        }
        return list.toString();
    }

    void sql(int port, String statement) {
        send(
                "PATCH",
                "/_dmock/world",
                "{\"sql\": {\"address\": \"127.0.0.1:%d\", \"statements\": [\"%s\"]}}".formatted(port, statement));
    }

    void advance(String duration) {
        send("POST", "/_dmock/clock", "{\"advance\": \"" + duration + "\"}");
    }

    /** All that can be read of the space, but for the journal. */
    String everything() {
        StringBuilder all = new StringBuilder();
        for (String path : new String[] {
            "/_dmock/world",
            "/_dmock/clock",
            "/_dmock/timeline",
            "/api/v1/cluster/masters",
            "/api/v1/cluster/workers",
            "/api/v1/sources?with_status=true",
            "/api/v1/tasks"
        }) {
            all.append(path).append('\n').append(get(path)).append('\n');
        }
        for (JsonNode task : get("/api/v1/tasks").get("data")) {
            String path = "/api/v1/tasks/" + task.get("name").asString() + "/status";
            all.append(path).append('\n').append(get(path)).append('\n');
        }
        return all.toString();
    }
}
