package dev.dmock.task.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.version.ApiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What decides the checks beside what was recorded: tables of worlds and what is said of a task in each. A row gives
 * what differs from one source with a task that takes all its tables as they are: {@code above} is run on the upstream,
 * and {@code later} once the accounts are there, {@code second} on another, {@code below} on the downstream; {@code grants} and {@code target-grants} are those of the
 * accounts that are used.
 */
class PrecheckRulesTests {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String USER = "limited";

    static Stream<Arguments> rows() {
        return Stream.of("v5.3", "v8.1")
                .flatMap(api ->
                        YAML
                                .readTree(Path.of("src/test/resources/prechecks", api + ".yaml")
                                        .toFile())
                                .values()
                                .stream()
                                .map(row -> Arguments.of(api, row.path("about").asString(), row)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void saysWhatTheRowSays(String api, String about, JsonNode row) {
        CheckedWorld world = world(ApiVersion.ofLabel(api).orElseThrow(), row);
        assertThat(String.join("\n", CompactReport.of(world.check(task(row)))))
                .as(about)
                .isEqualTo(row.path("says").asString());
    }

    private static CheckedWorld world(ApiVersion api, JsonNode row) {
        ObjectNode servers = YAML.createObjectNode();
        ArrayNode upstreams = servers.putArray("upstreams");
        lay(upstreams, "127.0.0.1:3306", row, "above", "grants");
        lay(upstreams, "127.0.0.1:3307", row, "second", "second-grants");
        lay(servers.putArray("downstreams"), "127.0.0.1:4000", row, "below", "target-grants");
        CheckedWorld world = new CheckedWorld(api, servers);
        world.source(source(row, "source-1", 3306, "grants"));
        world.source(source(row, "source-2", 3307, "second-grants"));
        if (row.has("later")) {
            world.execute(
                    "127.0.0.1:3306",
                    row.path("later").values().stream().map(JsonNode::asString).toList());
        }
        if (row.path("relayed").asBoolean(false)) {
            world.relay("source-1");
        }
        if (row.path("checkpointed").asBoolean(false)) {
            world.checkpoint();
        }
        return world;
    }

    private static void lay(ArrayNode servers, String address, JsonNode row, String sql, String grants) {
        ObjectNode server = servers.addObject();
        server.put("address", address).put("user", "root").put("password", "123456");
        boolean upstream = !grants.startsWith("target");
        server.set("variables", row.path(upstream ? "variables" : "target-variables"));
        server.set("sql", row.path(sql));
        if (row.has(grants)) {
            server.putObject("users").putObject(USER).put("password", "p").set("grants", row.path(grants));
        }
    }

    private static JsonNode source(JsonNode row, String name, int port, String grants) {
        ObjectNode source = YAML.createObjectNode();
        source.put("source_name", name).put("host", "127.0.0.1").put("port", port);
        source.put("enable_gtid", row.path("gtid").asBoolean(false));
        login(source, row.has(grants));
        return source;
    }

    private static void login(ObjectNode account, boolean limited) {
        account.put("user", limited ? USER : "root").put("password", limited ? "p" : "123456");
    }

    private static JsonNode task(JsonNode row) {
        ObjectNode task = YAML.createObjectNode();
        task.put("name", "task-1").put("task_mode", "all");
        ObjectNode target = task.putObject("target_config");
        target.put("host", "127.0.0.1").put("port", 4000);
        login(target, row.has("target-grants"));
        ArrayNode sources = task.putObject("source_config").putArray("source_conf");
        ArrayNode rules = task.putArray("table_migrate_rule");
        List<String> names = row.has("second") ? List.of("source-1", "source-2") : List.of("source-1");
        for (String name : names) {
            ObjectNode source = sources.addObject().put("source_name", name);
            row.path("start").properties().forEach(field -> source.set(field.getKey(), field.getValue()));
            ObjectNode rule = rules.addObject();
            rule.putObject("source")
                    .put("source_name", name)
                    .put("schema", row.path("schema").asString("db1"))
                    .put("table", "*");
            if (row.has("merged")) {
                rule.putObject("target")
                        .put("schema", "db1")
                        .put("table", row.path("merged").asString());
            }
        }
        row.path("task").properties().forEach(field -> task.set(field.getKey(), field.getValue()));
        ((ObjectNode) task.path("source_config")).set("full_migrate_conf", row.path("full"));
        return task;
    }
}
