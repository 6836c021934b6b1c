package dev.dmock.acceptance;

import static dev.dmock.acceptance.Cluster.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What v8 makes of tasks beyond what was recorded: options of a start, meta data, and what stands in whose way. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TasksV8Tests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final String TABLES =
            "{'db': {'t1': 'CREATE TABLE t1 (id INT PRIMARY KEY)', 't2': 'CREATE TABLE t2 (id INT PRIMARY KEY)'}}";
    private static final String STRUCTURES = "/api/v1/tasks/t/sources/s1/schemas/db";

    @LocalServerPort
    private int port;

    private Cluster cluster;

    @BeforeEach
    void newSpace() {
        cluster = new Cluster(port, "tasks-v8-" + SPACES.incrementAndGet());
    }

    private void lay(String pace) {
        cluster.lay(pace, upstream(3306, TABLES, "INSERT INTO db.t1 VALUES (1)"), upstream(3307, TABLES));
        cluster.call("PATCH", "/_dmock/world", "{'api': 'v8.1'}", 200);
        source("s1", 3306, "worker1");
    }

    private void source(String name, int upstream, String worker) {
        String source = "{'source_name': '" + name + "', 'host': '127.0.0.1', 'port': " + upstream
                + ", 'user': 'root', 'password': '', 'enable_gtid': false, 'enable': true}";
        post("/sources", "{'source': " + source + ", 'worker_name': '" + worker + "'}", 201);
    }

    private static String task(String name, String mode, String more, String... sources) {
        String rules = Arrays.stream(sources)
                .map(s -> "{'source': {'source_name': '" + s + "', 'schema': 'db', 'table': 't*'},"
                        + "'target': {'schema': 'db', 'table': 't'}}")
                .collect(Collectors.joining(","));
        List<String> entries =
                Arrays.stream(sources).map(s -> "{'source_name': '" + s + "'}").toList();
        return "{'task': {'name': '" + name + "', 'task_mode': '" + mode + "', " + more
                + "'enhance_online_schema_change': true, 'on_duplicate': 'error',"
                + "'target_config': {'host': '127.0.0.1', 'port': 4000, 'user': 'root', 'password': ''},"
                + "'table_migrate_rule': [" + rules + "], 'source_config': {'source_conf': " + entries + "}}}";
    }

    private JsonNode post(String path, String body, int status) {
        return cluster.call("POST", "/api/v1" + path, body, status);
    }

    private JsonNode delete(String path, int status) {
        return cluster.call("DELETE", "/api/v1" + path, null, status);
    }

    private void create(String name, String mode) {
        post("/tasks", task(name, mode, "", "s1"), 201);
    }

    private void run(String name, String options) {
        post("/tasks/" + name + "/start", options, 200);
    }

    private static String code(JsonNode error) {
        return error.path("error_code").asString();
    }

    /** A migration of one source in the sync unit, by the clock, which stands at the time that is returned. */
    private Instant inSyncByTheClock() {
        lay("manual");
        create("t", "all");
        run("t", "{}");
        cluster.advance("PT60S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        return Instant.parse(
                cluster.call("GET", "/_dmock/clock", null, 200).path("now").asString());
    }

    @Test
    void aStartTimeRepeatsWhatWasWrittenSince() {
        Instant before = inSyncByTheClock();
        cluster.advance("PT5S");
        cluster.sql(3306, "INSERT INTO db.t1 VALUES (2)");
        cluster.advance("PT60S");
        post("/tasks/t/stop", "{}", 200);
        cluster.sql(4000, "DELETE FROM db.t");

        run("t", "{'start_time': '" + before.toString().substring(0, 19) + "'}");
        cluster.advance("PT60S");

        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (2)");
    }

    @Test
    void aStartTimeIsGoodForOneStart() {
        Instant before = inSyncByTheClock();
        cluster.sql(3306, "INSERT INTO db.t1 VALUES (2)");
        cluster.advance("PT60S");
        post("/tasks/t/stop", "{}", 200);
        run("t", "{'start_time': '" + before.toString().substring(0, 19) + "'}");
        cluster.advance("PT60S");
        cluster.sql(4000, "DELETE FROM db.t");
        cluster.call("PATCH", "/_dmock/world", "{'worker_offline': 'worker1'}", 200);
        cluster.advance("PT60S");

        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).isEmpty();
    }

    @Test
    void aStartTimeInTheFutureFails() {
        inSyncByTheClock();
        post("/tasks/t/stop", "{}", 200);
        run("t", "{'start_time': '2999-01-01 00:00:00'}");
        cluster.advance("PT1S");

        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        assertThat(cluster.status("s1").path("error_msg").asString())
                .startsWith("[code=20057:")
                .endsWith("or try again later..\n");
    }

    @ParameterizedTest
    @CsvSource({"{}, Running Sync", "{'remove_meta': true}, Paused Sync"})
    void unitsThatWereMadeMissTheMetaDataThatIsRemoved(String options, String stage) {
        inSyncByTheClock();
        post("/tasks/t/stop", "{}", 200);
        run("t", options);
        cluster.advance("PT0.2S");

        assertThat(cluster.stage("s1")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"/tasks/t?force=true, Running Dump", "/sources/s1?force=true, Running Sync"})
    void onlyDeletingATaskDeletesItsCheckpoints(String path, String stage) {
        inSyncByTheClock();
        delete(path, 204);
        delete("/sources/s1", path.startsWith("/tasks") ? 204 : 400);
        source("s1", 3306, "worker2");
        create("t", "all");
        assertThat(cluster.stage("s1")).isEqualTo("Stopped Dump");
        run("t", "{}");
        cluster.advance("PT0.2S");

        assertThat(cluster.stage("s1")).isEqualTo(stage);
    }

    @Test
    void whatCannotBePausedIsInTheWayOfATransfer() {
        lay("instant");
        create("t", "all");
        run("t", "{}");
        create("full", "full");
        assertThat(code(post("/sources/s1/transfer", "{'worker_name': 'worker2'}", 400)))
                .isEqualTo("46019");
        delete("/tasks/full", 204);
        create("stopped", "incremental");
        assertThat(code(post("/sources/s1/transfer", "{'worker_name': 'worker2'}", 400)))
                .isEqualTo("46032");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        delete("/tasks/stopped", 204);
        post("/sources/s1/transfer", "{'worker_name': 'worker2'}", 200);
    }

    @Test
    void aRelayKeepsASourceFromBeingDisabledThoughItsTasksStop() {
        lay("instant");
        create("t", "all");
        run("t", "{}");
        post("/sources/s1/relay/enable", "{}", 200);

        assertThat(code(post("/sources/s1/disable", "{}", 400))).isEqualTo("46025");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        assertThat(cluster.call("GET", "/api/v1/sources/s1", null, 200)
                        .path("enable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aWorkerThatJustPullsRelayLogCannotSayHowATaskIs() {
        lay("instant");
        create("t", "all");
        post("/sources/s1/relay/enable", "{'worker_name_list': ['worker1', 'worker3']}", 200);

        assertThat(code(cluster.call("GET", "/api/v1/tasks/t/status", null, 400)))
                .isEqualTo("49001");
        post("/sources/s1/relay/disable", "{'worker_name_list': ['worker3']}", 200);
        assertThat(cluster.stage("s1")).isEqualTo("Stopped Dump");
    }

    @Test
    void aTaskWithAnUnresolvedShardLockIsNotChanged() {
        lay("instant");
        source("s2", 3307, "worker2");
        String task = task("t", "all", "'shard_mode': 'pessimistic', ", "s1", "s2");
        post("/tasks", task, 201);
        run("t", "{}");
        cluster.sql(3306, "ALTER TABLE db.t1 ADD COLUMN c INT");
        post("/tasks/t/stop", "{}", 200);

        JsonNode refused = cluster.call("PUT", "/api/v1/tasks/t", task, 400);
        assertThat(refused.path("error_msg").asString())
                .contains("can not update because [code=36058:", "tables' ([`db`.`t1` `db`.`t2`]) sharding DDL");
    }

    @Test
    void aStructureThatIsSetIsFollowedWhenTheTaskStartsAgain() {
        lay("instant");
        create("t", "all");
        run("t", "{}");
        post("/tasks/t/stop", "{}", 200);
        String statement = "{'sql_content': 'CREATE TABLE x (id INT PRIMARY KEY)', 'flush': false, 'sync': false}";
        cluster.call("PUT", STRUCTURES + "/new", statement, 200);

        assertThat(cluster.call("GET", STRUCTURES, null, 200).toString()).isEqualTo("[\"t1\",\"t2\"]");
        cluster.call("GET", STRUCTURES + "/new", null, 200);
        run("t", "{}");
        post("/tasks/t/stop", "{}", 200);
        assertThat(cluster.call("GET", STRUCTURES, null, 200).toString()).isEqualTo("[\"new\",\"t1\",\"t2\"]");
    }

    @Test
    void aSourceThatIsNamedTwiceIsTooMuchForEtcd() {
        lay("instant");
        create("t", "all");
        String twice = "{'source_name_list': ['s1', 's1']}";

        assertThat(code(post("/tasks/t/start", twice, 400))).isEqualTo("42501");
        assertThat(code(post("/tasks/t/stop", twice, 400))).isEqualTo("42501");
        assertThat(cluster.stage("s1")).isEqualTo("Stopped Dump");
    }

    @Test
    void aTemplateWithoutANameIsKeptOutOfSight() {
        lay("instant");
        String template = "{'name': '', 'target_config': {'host': '127.0.0.1', 'port': 4000, 'user': 'root'}}";
        String path = "/api/v1/tasks/templates/any";
        assertThat(code(cluster.call("PUT", path, template, 400))).isEqualTo("20051");
        String task = task("", "all", "", "s1");
        post("/tasks/templates", task.substring("{'task': ".length(), task.length() - 1), 201);

        cluster.call("PUT", path, template, 200);
        assertThat(cluster.call("GET", "/api/v1/tasks/templates", null, 200)
                        .path("total")
                        .asInt())
                .isZero();
    }
}
