package dev.dmock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import dev.dmock.space.ApiVersion;
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

/** Whatever clients send, metrics get no more labels: requests are counted by operations that there are. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MetricLabelsTests {

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

    /** What is measured, without the numbers. */
    private Set<String> series() {
        String metrics = client.sendOnce(Call.of("GET", "http://127.0.0.1:" + port, "/_dmock/metrics"))
                .text();
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
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
}
