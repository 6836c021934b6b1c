package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Names and directories that look like paths, above and below a real directory, lead to no file: none is made, changed or shown. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NamesAreDataTests {

    private static final String CONTENT = "what the file says";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void layFiles() throws IOException {
        Files.writeString(directory.resolve("f"), CONTENT);
        Files.createDirectory(directory.resolve("relay"));
        Files.writeString(directory.resolve("relay").resolve("mysql-bin.000001"), CONTENT);
        base = "http://127.0.0.1:" + port + "/_dmock/spaces/names";
    }

    private Reply call(String method, String path, Object body) {
        Call call = Call.of(method, base, path);
        Reply reply = new WireClient().sendOnce(call.with("application/json", JSON.writeValueAsString(body)));
        assertThat(reply.text()).as("%s %s", method, path).doesNotContain(CONTENT, "root:x:0");
        return reply;
    }

    private Reply get(String path) {
        Reply reply = new WireClient().sendOnce(Call.of("GET", base, path));
        assertThat(reply.text()).as(path).doesNotContain(CONTENT, "root:x:0");
        return reply;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** What there is in the directory, and where names that lead upwards from the one that the server runs in would be. */
    private List<String> files() throws IOException {
        Stream<Path> upwards = Stream.of("..", "../..")
                .flatMap(up -> Stream.of("x", "b", "f", "relay").map(name -> Path.of(up, name)))
                .filter(Files::exists);
        try (Stream<Path> here = Files.walk(directory);
                Stream<Path> work = Files.list(Path.of(""))) {
            return Stream.of(here, work, upwards)
                    .flatMap(places ->
                            places.map(place -> place + (Files.isRegularFile(place) ? " " + size(place) : "")))
                    .sorted()
                    .toList();
        }
    }

    private static String size(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return "gone";
        }
    }

    private static Map<String, Object> task(String name, String source) {
        return Map.of(
                "name",
                name,
                "task_mode",
                "all",
                "enhance_online_schema_change",
                true,
                "on_duplicate",
                "error",
                "target_config",
                Map.of("host", "127.0.0.1", "port", 4000, "user", "root", "password", ""),
                "table_migrate_rule",
                List.of(Map.of(
                        "source", Map.of("source_name", source, "schema", "db1", "table", "table1"),
                        "target", Map.of("schema", "db1", "table", "table1"))),
                "source_config",
                Map.of("source_conf", List.of(Map.of("source_name", source))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v8.5"})
    void noneLeadsToAFile(String version) throws IOException {
        boolean v8 = version.startsWith("v8");
        List<String> before = files();
        for (String name : List.of(
                "../../x", "..", "/etc/passwd", "./f", "file:///etc/passwd", "a/../../b", "c:\\x", "a\u0000b")) {
            assertThat(call("PUT", "/_dmock/world", Map.of("api", version)).status())
                    .isEqualTo(200);
            Map<String, Object> source = Map.of(
                    "source_name",
                    name,
                    "host",
                    "127.0.0.1",
                    "port",
                    3306,
                    "user",
                    "root",
                    "password",
                    "",
                    "enable_gtid",
                    false,
                    "enable",
                    true);
            assertThat(call("POST", "/api/v1/sources", v8 ? Map.of("source", source) : source)
                            .status())
                    .as(name)
                    .isEqualTo(201);
            String place = "/api/v1/sources/" + encoded(name);
            for (String relay : List.of(directory + "/relay", "../../relay", "relay\u0000", "/dev/stdin")) {
                Map<String, Object> start =
                        Map.of("worker_name_list", List.of("worker1", "worker2", "worker3"), "relay_dir", relay);
                call("POST", place + (v8 ? "/relay/enable" : "/start-relay"), start);
                get(place + "/status");
                call(
                        "POST",
                        place + "/relay/purge",
                        Map.of("relay_binlog_name", "mysql-bin.000001", "relay_dir", directory + "/relay"));
                call("POST", place + (v8 ? "/relay/disable" : "/stop-relay"), Map.of("worker_name_list", List.of()));
            }
            Map<String, Object> task = task(name, name);
            int created = call("POST", "/api/v1/tasks", Map.of("remove_meta", false, "task", task))
                    .status();
            assertThat(created).as(name).isEqualTo(201);
            call("POST", "/api/v1/tasks/templates", task);
            call("POST", "/api/v1/tasks/converters", Map.of("task", task));
            for (String asked : List.of("/api/v1/tasks/", "/api/v1/tasks/templates/")) {
                get(asked + encoded(name));
                get(asked + encoded(directory + "/f"));
            }
            get("/api/v1/tasks/" + encoded(name) + "/status");
            assertThat(call("POST", "/_dmock/snapshots", Map.of("name", name)).status())
                    .isEqualTo(400);
            get("/_dmock/snapshots/" + encoded(name));
            get("/_dmock/console");
        }
        get("/_dmock/console/files/" + encoded("../../../../../../../../etc/passwd"));
        get("/_dmock/console/files/../application.yaml");
        get("/_dmock/console/files/" + directory + "/f");
        assertThat(files()).isEqualTo(before);
    }
}
