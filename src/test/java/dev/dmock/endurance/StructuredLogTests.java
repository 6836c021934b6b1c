package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By a property the log is JSON, line by line, from the start to the end of the server; no password is in it, however much it says. */
class StructuredLogTests {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"ecs, @timestamp", "logstash, @version"})
    void everyLineIsJson(String format, String field) {
        try (ServerProcess server = ServerProcess.start(ServerProcess.Command.of(Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                format,
                "LOGGING_LEVEL_DEV_DMOCK",
                "trace",
                "DMOCK_CONTROL_TOKEN",
                "c4nary-token")))) {
            server.awaitReady();
            putPasswords(server);
            server.terminate();
            server.awaitExit();

            List<JsonNode> lines =
                    server.log().lines().map(line -> JSON.readTree(line)).toList();
            assertThat(lines)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(line ->
                            assertThat(line.has(field)).as(line.toString()).isTrue());
            assertThat(server.log())
                    .contains("ready after", "Graceful shutdown complete")
                    .doesNotContain("c4nary");
        }
    }

    private static void putPasswords(ServerProcess server) {
        String source = """
                {"source_name": "s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "%s", "enable_gtid": false}""";
        send(server, "POST", "/api/v1/sources", source.formatted("c4nary"));
        send(server, "POST", "/api/v1/sources", "{\"password\": \"c4nary");
        send(server, "POST", "/api/v1/sources", "{\"password\": [\"c4nary\"]}");
        send(server, "GET", "/api/v1/sources/password=c4nary/status?password=c4nary", "");
        send(server, "PUT", "/_dmock/world", "{\"upstreams\": [{\"address\": 7, \"password\": \"c4nary\"}]}");
        send(server, "PATCH", "/_dmock/world", """
                {"sql": {"address": "127.0.0.1:3306", "statements": ["CREATE USER 'a' IDENTIFIED BY 'c4nary' OR"]}}""");
        send(server, "GET", "/api/v1/sources|password=c4nary", "");
    }

    private static void send(ServerProcess server, String method, String path, String body) {
        Call call = Call.of(method, server.at("").toString(), path).with("application/json", body);
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Authorization", "Bearer c4nary-token");
        new WireClient().sendOnce(new Call(method, call.base(), path, headers, call.body()));
    }
}
