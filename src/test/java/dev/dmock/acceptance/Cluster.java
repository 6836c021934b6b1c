package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A space of a running server as a test sees it: v5.3, with up to two upstreams at ports 3306 and 3307. */
final class Cluster {

    private static final JsonMapper JSON = new JsonMapper();

    private final WireClient client = new WireClient();
    private final String base;
    private final String prefix;

    Cluster(int port, String space) {
        this.base = "http://127.0.0.1:" + port;
        this.prefix = "/_dmock/spaces/" + space;
    }

    JsonNode call(String method, String path, @Nullable String body, int status) {
        Call call = Call.of(method, base, prefix + path);
        Reply reply = client.send(body == null ? call : call.with("application/json", body.replace('\'', '"')));
        assertThat(reply.status()).as("%s %s: %s", method, path, reply.text()).isEqualTo(status);
        return reply.text().isBlank() ? JSON.nullNode() : JSON.readTree(reply.text());
    }

    /** Lays a world in which each upstream has these tables and rows. */
    void lay(String pace, String... upstreams) {
        String servers = Arrays.stream(upstreams).collect(Collectors.joining(","));
        call(
                "PUT",
                "/_dmock/world",
                "{'api': 'v5.3', 'pace': '" + pace + "', 'upstreams': [" + servers + "],"
                        + "'downstreams': [{'address': '127.0.0.1:4000', 'user': 'root', 'password': ''}]}",
                200);
    }

    static String upstream(int port, String databases, String... sql) {
        String statements = Arrays.stream(sql).map(s -> "'" + s + "'").collect(Collectors.joining(","));
        return "{'address': '127.0.0.1:" + port + "', 'user': 'root', 'password': '', 'databases': " + databases
                + ", 'sql': [" + statements + "]}";
    }

    void source(String name, int port) {
        call(
                "POST",
                "/api/v1/sources",
                "{'source_name': '" + name + "', 'host': '127.0.0.1', 'port': " + port
                        + ", 'user': 'root', 'password': '', 'enable_gtid': false}",
                201);
    }

    /** Starts a task whose rules are given as {@code source:schema.table>schema.table}. */
    void task(String mode, String shardMode, String... rules) {
        task(mode, shardMode, "", rules);
    }

    /** The same, with settings for its full migration. */
    void task(String mode, String shardMode, String full, String[] rules) {
        List<String> sources = Arrays.stream(rules)
                .map(r -> "{'source_name': '" + r.split(":", 2)[0] + "'}")
                .distinct()
                .toList();
        String shard = shardMode.isEmpty() ? "" : "'shard_mode': '" + shardMode + "',";
        call(
                "POST",
                "/api/v1/tasks",
                "{'remove_meta': false, 'task': {'name': 't', 'task_mode': '" + mode + "', " + shard
                        + "'enhance_online_schema_change': true, 'on_duplicate': 'error',"
                        + "'target_config': {'host': '127.0.0.1', 'port': 4000, 'user': 'root', 'password': ''},"
                        + "'table_migrate_rule': ["
                        + Arrays.stream(rules).map(Cluster::rule).collect(Collectors.joining(","))
                        + "], 'source_config': {" + (full.isEmpty() ? "" : "'full_migrate_conf': {" + full + "}, ")
                        + "'source_conf': " + sources + "}}}",
                201);
    }

    private static String rule(String text) {
        String[] parts = text.split("[:.>]");
        return "{'source': {'source_name': '%s', 'schema': '%s', 'table': '%s'}, 'target': {'schema': '%s', 'table': '%s'}}"
                .formatted((Object[]) parts);
    }

    void sql(int port, String... statements) {
        String list = Arrays.stream(statements).map(s -> "'" + s + "'").collect(Collectors.joining(","));
        call(
                "PATCH",
                "/_dmock/world",
                "{'sql': {'address': '127.0.0.1:" + port + "', 'statements': [" + list + "]}}",
                200);
    }

    void advance(String duration) {
        call("POST", "/_dmock/clock", "{'advance': '" + duration + "'}", 200);
    }

    /** The status of the task's part of a source. */
    JsonNode status(String source) {
        return call("GET", "/api/v1/tasks/t/status?source_name_list=" + source, null, 200)
                .path("data")
                .get(0);
    }

    /** Stage and unit, such as {@code Running Sync}. */
    String stage(String source) {
        JsonNode status = status(source);
        return status.path("stage").asString() + " " + status.path("unit").asString();
    }

    boolean synced(String source) {
        return status(source).path("sync_status").path("synced").asBoolean();
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
