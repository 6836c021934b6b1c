package dev.dmock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WorldDocumentsTests {

    private final WorldDocuments documents = new WorldDocuments();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "# nothing but a remark"})
    void anEmptyDocumentIsTheStandardWorld(String text) {
        assertThat(documents.readYaml(text)).isEqualTo(World.standard());
        assertThat(World.standard().anyUpstream()).isTrue();
        assertThat(World.standard().listedUpstreams()).isEmpty();
    }

    @Test
    void aDocumentIsReadFromYaml() {
        World world = documents.readYaml("""
                api: v5.3
                pace: manual
                masters: 1
                workers: 2
                seed: 42
                upstreams:
                  - address: localhost:3306
                    user: root
                    password: "123456"
                    variables: {binlog_format: STATEMENT, server_id: 7, gtid_mode: false}
                    users:
                      limited: {password: "123456", grants: ["SELECT ON db1.*"]}
                    databases: {db1: {table1: "CREATE TABLE table1 (id INT PRIMARY KEY)"}, empty_db: {}}
                    sql: ["INSERT INTO db1.table1 VALUES (1)"]
                downstreams: []
                """);
        assertThat(world.api()).isEqualTo(ApiVersion.V5_3);
        assertThat(world.pace()).isEqualTo(Pace.MANUAL);
        assertThat(world.leader()).isEqualTo("master1");
        assertThat(world.seed()).isEqualTo(42);
        assertThat(world.anyUpstream()).isFalse();
        assertThat(world.anyDownstream()).isFalse();
        assertThat(world.listedDownstreams()).hasValue(List.of());
        ServerSpec server = world.listedUpstreams().orElseThrow().get(0);
        assertThat(server.address()).isEqualTo("127.0.0.1:3306");
        assertThat(server.variables())
                .containsEntry("binlog_format", "STATEMENT")
                .containsEntry("server_id", "7")
                .containsEntry("gtid_mode", "OFF");
        assertThat(server.users()).containsEntry("limited", new ServerSpec.User("123456", List.of("SELECT ON db1.*")));
        assertThat(server.databases()).containsOnlyKeys("db1", "empty_db");
        assertThat(server.binlog()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"upstreams\": []}",
                "{\"upstreams\": [], \"any_upstream\": true, \"masters\": 2, \"leader\": \"master2\"}",
                "{\"downstreams\": [{\"address\": \"h:1\"}]}",
                "{\"upstreams\": [{\"address\": \"[::1]:3306\", \"user\": \"u\", \"databases\": {\"a\": {\"t\": \"x\"}},"
                        + " \"binlog\": {\"file\": \"mysql-bin.000002\", \"position\": 200, \"transactions\": 3}}]}",
            })
    void whatIsWrittenIsReadAsTheSame(String text) {
        World world = documents.readJson(text);
        assertThat(documents.read(documents.write(world))).isEqualTo(world);
        assertThat(documents.write(documents.read(documents.write(world)))).isEqualTo(documents.write(world));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("[]", ""),
                Arguments.of("{\"apis\": \"docs\"}", "apis"),
                Arguments.of("{\"api\": \"v9\"}", "api"),
                Arguments.of("{\"api\": 5.3}", "api"),
                Arguments.of("{\"api\": null}", "api"),
                Arguments.of("{\"pace\": \"fast\"}", "pace"),
                Arguments.of("{\"masters\": 0}", "masters"),
                Arguments.of("{\"masters\": \"3\"}", "masters"),
                Arguments.of("{\"masters\": 1.5}", "masters"),
                Arguments.of("{\"workers\": -1}", "workers"),
                Arguments.of("{\"workers\": 501}", "workers"),
                Arguments.of("{\"leader\": \"master4\"}", "leader"),
                Arguments.of("{\"leader\": \"worker1\"}", "leader"),
                Arguments.of("{\"masters\": 1, \"leader\": \"master2\"}", "leader"),
                Arguments.of("{\"seed\": \"x\"}", "seed"),
                Arguments.of("{\"upstreams\": null}", "upstreams"),
                Arguments.of("{\"upstreams\": {}}", "upstreams"),
                Arguments.of("{\"upstreams\": [5]}", "upstreams[0]"),
                Arguments.of("{\"upstreams\": [{}]}", "upstreams[0].address"),
                Arguments.of("{\"upstreams\": [{\"address\": 3306}]}", "upstreams[0].address"),
                Arguments.of("{\"upstreams\": [{\"address\": \"127.0.0.1\"}]}", "upstreams[0].address"),
                Arguments.of("{\"upstreams\": [{\"address\": \"127.0.0.1:0\"}]}", "upstreams[0].address"),
                Arguments.of("{\"upstreams\": [{\"address\": \"127.0.0.1:70000\"}]}", "upstreams[0].address"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\"}], \"downstreams\": [{\"address\": \"a:1\"}]}",
                        "downstreams[0].address"),
                Arguments.of("{\"upstreams\": [{\"address\": \"a:1\", \"host\": \"a\"}]}", "upstreams[0].host"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"password\": 123456}]}", "upstreams[0].password"),
                Arguments.of("{\"upstreams\": [{\"address\": \"a:1\", \"user\": \"\"}]}", "upstreams[0].user"),
                Arguments.of("{\"upstreams\": [{\"address\": \"a:1\", \"variables\": []}]}", "upstreams[0].variables"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"variables\": {\"x\": {}}}]}",
                        "upstreams[0].variables.x"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"users\": {\"u\": {\"grant\": []}}}]}",
                        "upstreams[0].users.u.grant"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"users\": {\"u\": {\"grants\": [1]}}}]}",
                        "upstreams[0].users.u.grants[0]"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"databases\": {\"d\": {\"t\": 1}}}]}",
                        "upstreams[0].databases.d.t"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"databases\": {\"d\": []}}]}",
                        "upstreams[0].databases.d"),
                Arguments.of("{\"upstreams\": [{\"address\": \"a:1\", \"sql\": \"x\"}]}", "upstreams[0].sql"),
                Arguments.of("{\"upstreams\": [{\"address\": \"a:1\", \"sql\": [1]}]}", "upstreams[0].sql[0]"),
                Arguments.of(
                        "{\"upstreams\": [{\"address\": \"a:1\", \"binlog\": {\"file\": \"x\", \"position\": 4}}]}",
                        "upstreams[0].binlog"),
                Arguments.of("{\"any_upstream\": \"yes\"}", "any_upstream"),
                Arguments.of("{\"api\": \"docs\", \"api\": \"v5.3\"}", ""),
                Arguments.of("{", ""));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aWrongDocumentIsRefusedWithThePath(String text, String path) {
        assertThatThrownBy(() -> documents.readJson(text)).isInstanceOfSatisfying(WorldException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.sentence()).isNotBlank();
        });
    }

    private WorldEvent event(String text) {
        return documents.readEvent(JsonMapper.shared().readTree(text));
    }

    @Test
    void anEventSaysOneThingOrSeveral() {
        assertThat(event("{\"worker_offline\": \"worker3\"}").members())
                .containsExactly(new WorldEvent.Member(WorldEvent.Change.WORKER_OFFLINE, "worker3"));
        assertThat(event("{\"server_offline\": \"localhost:4000\"}").members())
                .containsExactly(new WorldEvent.Member(WorldEvent.Change.SERVER_OFFLINE, "127.0.0.1:4000"));
        WorldEvent sql = event(
                "{\"sql\": {\"address\": \"localhost:3306\", \"statements\": [\"FLUSH LOGS\"]}, \"settle\": 1.5}");
        assertThat(sql.statements()).hasValue(new WorldEvent.Sql("127.0.0.1:3306", List.of("FLUSH LOGS")));
        assertThat(sql.settling()).isEqualTo(Duration.ofMillis(1500));
        WorldEvent settings = event("{\"api\": \"v8.1\", \"pace\": \"real\", \"leader\": \"master2\"}");
        assertThat(settings.newApi()).hasValue(ApiVersion.V8_1);
        assertThat(settings.newPace()).hasValue(Pace.REAL);
        assertThat(settings.members()).containsExactly(new WorldEvent.Member(WorldEvent.Change.LEADER, "master2"));
        assertThat(event("{}").settling()).isZero();
    }

    static Stream<Arguments> wrongEvents() {
        return Stream.of(
                Arguments.of("5", ""),
                Arguments.of("{\"worker\": \"x\"}", "worker"),
                Arguments.of("{\"worker_offline\": 3}", "worker_offline"),
                Arguments.of("{\"worker_online\": \"\"}", "worker_online"),
                Arguments.of("{\"worker_online\": \"workerx\"}", "worker_online"),
                Arguments.of("{\"worker_online\": \"worker01\"}", "worker_online"),
                Arguments.of("{\"worker_online\": \"worker501\"}", "worker_online"),
                Arguments.of("{\"worker_offline\": \"master1\"}", "worker_offline"),
                Arguments.of("{\"master_offline\": \"worker1\"}", "master_offline"),
                Arguments.of("{\"master_online\": \"master100\"}", "master_online"),
                Arguments.of("{\"leader\": \"worker1\"}", "leader"),
                Arguments.of("{\"server_online\": \"4000\"}", "server_online"),
                Arguments.of("{\"sql\": []}", "sql"),
                Arguments.of("{\"sql\": {\"statements\": []}}", "sql.address"),
                Arguments.of("{\"sql\": {\"address\": \"a:1\"}}", "sql.statements"),
                Arguments.of("{\"sql\": {\"address\": \"a:1\", \"statements\": \"x\"}}", "sql.statements"),
                Arguments.of("{\"sql\": {\"address\": \"a:1\", \"statements\": [], \"x\": 1}}", "sql.x"),
                Arguments.of("{\"settle\": -1}", "settle"),
                Arguments.of("{\"settle\": \"1\"}", "settle"),
                Arguments.of("{\"api\": \"x\"}", "api"),
                Arguments.of("{\"masters\": 3}", "masters"));
    }

    @ParameterizedTest
    @MethodSource("wrongEvents")
    void aWrongEventIsRefusedWithThePath(String text, String path) {
        assertThatThrownBy(() -> event(text))
                .isInstanceOfSatisfying(
                        WorldException.class, e -> assertThat(e.path()).isEqualTo(path));
    }
}
