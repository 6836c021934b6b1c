package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A data directory belongs to one server; when it is full, clients hear of it as from DM-master, and nothing is lost. */
@TestInstance(Lifecycle.PER_CLASS)
class DataDirectoryTests {

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final WireClient client = new WireClient();
    private final Path place;
    private final Optional<SmallDisk> disk;
    private final ServerProcess server;

    DataDirectoryTests(@TempDir Path place) {
        this.place = place;
        this.disk = SmallDisk.mount(place);
        this.server = ServerProcess.start(command());
    }

    private ServerProcess.Command command() {
        return ServerProcess.Command.of(Map.of("DMOCK_DATA", place.toString()));
    }

    @BeforeAll
    void start() {
        server.awaitReady();
    }

    @AfterAll
    void stop() {
        server.close();
        disk.ifPresent(SmallDisk::close);
    }

    @AfterEach
    void makeRoom() {
        disk.ifPresent(SmallDisk::makeRoom);
    }

    @Test
    void anotherServerIsRefusedInASentence() {
        try (ServerProcess other = ServerProcess.start(command())) {
            assertThat(other.awaitExit()).isEqualTo(1);
            assertThat(other.log())
                    .contains("The data directory " + place + " is in use by another DMock.")
                    .doesNotContain("\tat ", "Caused by");
        }
        assertThat(call("GET", "/api/v1/sources", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v5.3 | {\"error_code\":0,\"error_msg\":\"etcdserver: mvcc: database space exceeded\"}",
                "v8.5 | {\"error_code\":42501,\"error_msg\":\"[code=42501:class=ha:scope=internal:level=high],"
                        + " Message: fail to do etcd txn operation: txn commit failed, RawCause: etcdserver: mvcc: database"
                        + " space exceeded, Workaround: Please check dm-master's node status and the network between this"
                        + " node and dm-master\"}",
            })
    void aFullDiskIsAnErrorOfDm(String api, String error) {
        assumeTrue(disk.isPresent(), "only root can make a small disk");
        String space = "/_dmock/spaces/" + api.replace('.', '-');
        assertThat(call("PUT", space + "/_dmock/world", "{\"api\": \"" + api + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(create(space, api, "before").status()).isEqualTo(201);

        disk.get().fill();
        for (int i = 0; i < 5; i++) {
            Reply refused = create(space, api, "meanwhile-" + i);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(MAPPER.readTree(refused.text())).isEqualTo(MAPPER.readTree(error));
        }
        assertThat(call("PUT", space + "/_dmock/world", "{}").status()).isEqualTo(503);
        assertThat(names(space)).isEqualTo("before");

        disk.get().makeRoom();
        assertThat(create(space, api, "after").status()).isEqualTo(201);
        assertThat(names(space)).isEqualTo("after before");
        assertThat(DatabaseFile.leftIn(place).faults()).isEmpty();
    }

    private Reply create(String space, String api, String name) {
        String source = """
                {"source_name": "%s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456",
                 "enable_gtid": false, "enable": true}""".formatted(name);
        String body = api.startsWith("v8") ? "{\"source\": " + source + "}" : source;
        return call("POST", space + "/api/v1/sources", body);
    }

    private String names(String space) {
        StringBuilder names = new StringBuilder();
        MAPPER.readTree(call("GET", space + "/api/v1/sources", "").text())
                .get("data")
                .forEach(source ->
                        names.append(source.get("source_name").asString()).append(' '));
        return names.toString().strip();
    }

    private Reply call(String method, String path, String body) {
        Call call = Call.of(method, server.at("").toString(), path);
        return client.send(body.isEmpty() ? call : call.with(JSON, body));
    }
}
