package dev.dmock.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.servlet.RequestLayers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What metrics tell; and that they get no more labels, whatever clients send. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MetricsTests {

    private static final Pattern OPERATION =
            Pattern.compile("dmock_requests_seconds_count\\{operation=\"([^\"]*)\",status=\"(\\d{3})\"}.*");

    private final WireClient client = new WireClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestLayers layers;

    private void send(String method, String path) {
        client.sendOnce(Call.of(method, "http://127.0.0.1:" + port, path));
    }

    private void send(String method, String path, String json) {
        Call call = Call.of(method, "http://127.0.0.1:" + port, path).with("application/json", json);
        assertThat(client.sendOnce(call).status()).as(path).isBetween(200, 299);
    }

    private void send(String round) {
        for (int i = 0; i < 5; i++) {
            String name = round + i;
            for (String method :
                    List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", round.toUpperCase() + i)) {
                send(method, "/api/v1/sources/" + name);
                send(method, "/api/v1/" + name);
                send(method, "/" + name);
                send(method, "/_dmock/" + name);
            }
            send("GET", "/_dmock/spaces/" + name + "/api/v1/tasks/" + name + "/status?" + name + "=" + name);
            send("GET", "/_dmock/webjars/" + name);
        }
    }

    private List<String> metrics() {
        String metrics = client.sendOnce(Call.of("GET", "http://127.0.0.1:" + port, "/_dmock/metrics"))
                .text();
        return metrics.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** What is measured, without the numbers; which collections of garbage there are is not up to clients. */
    private Set<String> series() {
        return metrics().stream()
                .filter(line -> !line.startsWith("jvm_gc_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theirNumberDoesNotGrow() {
        send("first");
        series();
        Set<String> before = series();
        send("second");
        assertThat(series()).isEqualTo(before);

        Set<String> operations = Arrays.stream(ApiVersion.values())
                .flatMap(version -> layers.of(version).operations().stream())
                .map(operation -> operation.id())
                .collect(Collectors.toSet());
        Set<String> counted = before.stream()
                .map(OPERATION::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        assertThat(counted).contains("control", "none", "DMAPIGetTaskStatus");
        counted.removeAll(Set.of("control", "none"));
        assertThat(operations).containsAll(counted);
        assertThat(before).noneMatch(line -> line.contains("first") || line.contains("PROPFIND"));
    }

    @Test
    void tasksAreCountedByStage() {
        send("PUT", "/_dmock/world", "{\"api\": \"v5.3\"}");
        send("POST", "/api/v1/sources", """
                {"source_name": "s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "", "enable_gtid": false}""");
        send("POST", "/api/v1/tasks", """
                {"remove_meta": false, "task": {"name": "t", "task_mode": "all", "enhance_online_schema_change": true,
                 "on_duplicate": "error",
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": ""},
                 "table_migrate_rule": [{"source": {"source_name": "s", "schema": "db1", "table": "table1"},
                                         "target": {"schema": "db1", "table": "table1"}}],
                 "source_config": {"source_conf": [{"source_name": "s"}]}}}""");
        assertThat(metrics()).contains("dmock_subtasks{stage=\"Running\"} 1.0", "dmock_subtasks{stage=\"Paused\"} 0.0");
        send("POST", "/api/v1/tasks/t/pause");
        assertThat(metrics()).contains("dmock_subtasks{stage=\"Running\"} 0.0", "dmock_subtasks{stage=\"Paused\"} 1.0");
    }
}
