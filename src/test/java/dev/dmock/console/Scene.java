package dev.dmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A space in which there is something to be seen: sources, tasks in each stage, a lock, an error, a fault, calls. */
final class Scene {

    private final WireClient client = new WireClient();
    private final String base;
    private final String prefix;

    Scene(int port, String space) {
        this.base = "http://127.0.0.1:" + port;
        this.prefix = "/_dmock/spaces/" + space;
    }

    String console() {
        return base + prefix + "/_dmock/console";
    }

    String at(String path) {
        return base + prefix + path;
    }

    Reply get(String path) {
        return client.send(Call.of("GET", base, prefix + path));
    }

    void call(String method, String path, @Nullable String body, int status) {
        Call call = Call.of(method, base, prefix + path);
        Reply reply = client.send(body == null ? call : call.with("application/json", body.replace('\'', '"')));
        assertThat(reply.status()).as("%s %s: %s", method, path, reply.text()).isEqualTo(status);
    }

    void drop(String name) {
        assertThat(client.send(Call.of("DELETE", base, "/_dmock/spaces/" + name))
                        .status())
                .isEqualTo(204);
    }

    boolean exists(String name) {
        return client.send(Call.of("GET", base, "/_dmock/spaces/" + name)).status() == 200;
    }

    void advance(String step) {
        call("POST", "/_dmock/clock", "{'advance': '" + step + "'}", 200);
    }

    void sql(int port, String... statements) {
        String all = Arrays.stream(statements).map(s -> "\"" + s + "\"").collect(Collectors.joining(","));
        call(
                "PATCH",
                "/_dmock/world",
                "{'sql': {'address': '127.0.0.1:" + port + "', 'statements': [" + all + "]}}",
                200);
    }

    void source(String name, int port) {
        call(
                "POST",
                "/api/v1/sources",
                "{'source_name': '" + name + "', 'host': '127.0.0.1', 'port': " + port
                        + ", 'user': 'root', 'password': '', 'enable_gtid': false}",
                201);
    }

    /** Makes a task of rules such as {@code source:schema.table>schema.table}. */
    void task(String name, String mode, String shardMode, String... rules) {
        String sources = Arrays.stream(rules)
                .map(rule -> "{'source_name': '" + rule.split(":", 2)[0] + "'}")
                .distinct()
                .collect(Collectors.joining(","));
        call(
                "POST",
                "/api/v1/tasks",
                "{'remove_meta': false, 'task': {'name': '" + name + "', 'task_mode': '" + mode + "',"
                        + (shardMode.isEmpty() ? "" : "'shard_mode': '" + shardMode + "',")
                        + "'enhance_online_schema_change': true, 'on_duplicate': 'error',"
                        + "'target_config': {'host': '127.0.0.1', 'port': 4000, 'user': 'root', 'password': ''},"
                        + "'table_migrate_rule': ["
                        + Arrays.stream(rules).map(Scene::rule).collect(Collectors.joining(","))
                        + "], 'source_config': {'source_conf': [" + sources + "]}}}",
                201);
    }

    private static String rule(String text) {
        String[] parts = text.split("[:.>]");
        return "{'source': {'source_name': '%s', 'schema': '%s', 'table': '%s'}, 'target': {'schema': '%s', 'table': '%s'}}"
                .formatted((Object[]) parts);
    }

    private static String upstream(int port, String schema, String table) {
        return ("{'address': '127.0.0.1:%d', 'user': 'root', 'password': '', 'databases': {'%s': {'%s': "
                        + "'CREATE TABLE %s (id INT PRIMARY KEY, note INT)'}}}")
                .formatted(port, schema, table, table);
    }

    private String freeWorker() {
        return new JsonMapper()
                .readTree(get("/api/v1/cluster/workers").text()).path("data").values().stream()
                        .filter(worker -> worker.path("bound_stage").asString().equals("free"))
                        .findFirst()
                        .orElseThrow()
                        .path("name")
                        .asString();
    }

    /** Three sources and four tasks, whose clock stands. */
    void play() {
        call(
                "PUT",
                "/_dmock/world",
                "{'api': 'v5.3', 'pace': 'manual', 'workers': 4, 'upstreams': ["
                        + upstream(3306, "shop", "orders_1") + ", "
                        + upstream(3307, "shop", "orders_2") + ", "
                        + upstream(3308, "crm", "people")
                        + "], 'downstreams': [{'address': '127.0.0.1:4000', 'user': 'root', 'password': ''}]}",
                200);
        source("mysql-01", 3306);
        source("mysql-02", 3307);
        source("mysql-03", 3308);
        advance("PT5S");
        call("POST", "/api/v1/sources/mysql-03/start-relay", "{'worker_name_list': ['" + freeWorker() + "']}", 200);
        sql(3306, "INSERT INTO shop.orders_1 VALUES (1,1),(2,2)");
        sql(3307, "INSERT INTO shop.orders_2 VALUES (11,1),(12,2)");
        sql(3308, "INSERT INTO crm.people VALUES (1,1),(2,2)");
        task(
                "orders",
                "all",
                "pessimistic",
                "mysql-01:shop.orders_1>shop.orders",
                "mysql-02:shop.orders_2>shop.orders");
        advance("PT1M");
        sql(3306, "ALTER TABLE shop.orders_1 ADD COLUMN amount INT");
        advance("PT3S");
        sql(
                4000,
                "CREATE DATABASE crm",
                "CREATE TABLE crm.people (id INT PRIMARY KEY, note INT)",
                "INSERT INTO crm.people VALUES (2,3)");
        task("people", "all", "", "mysql-03:crm.people>crm.people");
        advance("PT5S");
        task("people-copy", "full", "", "mysql-03:crm.people>copies.people");
        advance("PT0.55S");
        call("POST", "/_dmock/faults", "{'fault': 'http-status', 'times': 1, 'status': 503}", 201);
        get("/api/v1/sources");
        get("/api/v1/tasks/orders/status");
        get("/api/v1/tasks/none/status");
    }
}
