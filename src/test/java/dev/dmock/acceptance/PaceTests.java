package dev.dmock.acceptance;

import static dev.dmock.acceptance.Cluster.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How long things take, and what becomes of what is under way when the pace is changed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaceTests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final String TABLE = "{'db': {'t': 'CREATE TABLE t (id INT PRIMARY KEY, c LONGTEXT)'}}";
    /** How much of rows' text one request has: the control API takes 256 Ki characters in one string. */
    private static final int MOST_TEXT = 200_000;

    private static final String RULE = "s1:db.t>db.t";
    private static final String TABLE_DOWNSTREAM = "CREATE TABLE db.t (id INT PRIMARY KEY, c LONGTEXT)";

    @LocalServerPort
    private int port;

    private Cluster cluster;

    @BeforeEach
    void newSpace() {
        cluster = new Cluster(port, "pace-" + SPACES.incrementAndGet());
    }

    private void migrate(String pace) {
        cluster.lay(pace, upstream(3306, TABLE, "INSERT INTO db.t VALUES (1, NULL)"));
        cluster.source("s1", 3306);
        cluster.task("all", "", RULE);
    }

    private void pace(String pace) {
        cluster.call("PATCH", "/_dmock/world", "{'pace': '" + pace + "'}", 200);
    }

    private JsonNode relay() {
        return cluster.call("GET", "/api/v1/sources/s1/status", null, 200).at("/data/0/relay_status");
    }

    @Test
    void whatIsUnderWayIsOverAtOnceWhenThePaceIsInstant() {
        for (String soFar : new String[] {"PT0S", "PT0.2S", "PT0.5S", "PT0.9S"}) {
            newSpace();
            migrate("manual");
            cluster.advance(soFar);
            pace("instant");
            assertThat(cluster.stage("s1")).as("after " + soFar).isEqualTo("Running Sync");
            assertThat(cluster.synced("s1")).isTrue();
        }
    }

    @Test
    void whatWasNotWrittenDownYetIsWhenThePaceIsInstant() {
        migrate("manual");
        cluster.advance("PT10S");
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, NULL)");
        cluster.advance("PT1S");
        assertThat(cluster.synced("s1")).isFalse();
        pace("instant");
        assertThat(cluster.synced("s1")).isTrue();
    }

    private void fail() {
        cluster.sql(4000, "DROP TABLE db.t");
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, NULL)");
    }

    @Test
    void whatFailedIsTriedAgainAtInstantWhenItsServerChanges() {
        migrate("manual");
        cluster.advance("PT10S");
        fail();
        cluster.advance("PT1S");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        pace("instant");
        cluster.advance("PT10M");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        cluster.sql(4000, TABLE_DOWNSTREAM);
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
    }

    @Test
    void whatFailedIsTriedAgainByItselfOnceThePaceIsNotInstant() {
        migrate("instant");
        fail();
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        pace("manual");
        cluster.sql(4000, TABLE_DOWNSTREAM);
        cluster.advance("PT4S");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        cluster.advance("PT1S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
    }

    @Test
    void aTaskThatSomebodyPausedStaysSoAtAnyPace() {
        migrate("instant");
        cluster.call("POST", "/api/v1/tasks/t/pause", null, 200);
        pace("manual");
        cluster.advance("PT1H");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        pace("instant");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
    }

    @Test
    void betweenRealAndManualNothingChanges() {
        migrate("manual");
        cluster.advance("PT0.2S");
        pace("real");
        pace("manual");
        cluster.advance("PT10S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,NULL)");
    }

    @Test
    void aLostWorkerIsNoticedAtOnceWhenThePaceIsInstant() {
        migrate("manual");
        cluster.advance("PT10S");
        String worker = cluster.status("s1").path("worker_name").asString();
        cluster.call("POST", "/_dmock/faults", "{'fault': 'worker-offline', 'on': {'worker': '" + worker + "'}}", 201);
        pace("instant");
        assertThat(cluster.status("s1").path("worker_name").asString()).isNotEqualTo(worker);
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
    }

    @Test
    void relaysAreTriedAgainAsThePaceSays() {
        migrate("manual");
        String worker = cluster.status("s1").path("worker_name").asString();
        cluster.call("POST", "/api/v1/sources/s1/start-relay", "{'worker_name_list': ['" + worker + "']}", 200);
        cluster.call("POST", "/_dmock/faults", "{'fault': 'relay-error', 'times': 1}", 201);
        assertThat(relay().path("stage").asString()).isEqualTo("Paused");
        pace("instant");
        cluster.advance("PT1H");
        assertThat(relay().path("stage").asString()).isEqualTo("Paused");
        pace("manual");
        cluster.advance("PT6S");
        assertThat(relay().path("stage").asString()).isEqualTo("Running");
    }

    @Test
    void aStateIsSeenAsSoonAsTheRequestForItIsAnswered() {
        for (String pace : new String[] {"manual", "real"}) {
            newSpace();
            migrate(pace);
            assertThat(cluster.status("s1").path("stage").asString()).isEqualTo("Running");
            cluster.call("POST", "/api/v1/tasks/t/pause", null, 200);
            assertThat(cluster.status("s1").path("stage").asString()).isEqualTo("Paused");
            cluster.call("POST", "/api/v1/tasks/t/resume", null, 200);
            assertThat(cluster.status("s1").path("stage").asString()).isEqualTo("Running");
            relaysFollowAtOnce();
        }
    }

    private void relaysFollowAtOnce() {
        String worker = "{'worker_name_list': ['"
                + cluster.status("s1").path("worker_name").asString() + "']}";
        cluster.call("POST", "/api/v1/sources/s1/start-relay", worker, 200);
        assertThat(relay().path("stage").asString()).isEqualTo("Running");
        cluster.call("POST", "/api/v1/sources/s1/pause-relay", null, 200);
        assertThat(relay().path("stage").asString()).isEqualTo("Paused");
        cluster.call("POST", "/api/v1/sources/s1/resume-relay", null, 200);
        assertThat(relay().path("stage").asString()).isEqualTo("Running");
        cluster.call("POST", "/api/v1/sources/s1/stop-relay", worker, 200);
        assertThat(relay().isMissingNode() || relay().isNull()).isTrue();
    }

    /** How long it takes until the sync unit runs, in steps of 50 ms. */
    private int steps(String threads, int rows, int length) {
        newSpace();
        String value = "\\\"" + "x".repeat(length) + "\\\"";
        cluster.lay("manual", upstream(3306, TABLE));
        int together = MOST_TEXT / length;
        for (int first = 0; first < rows; first += together) {
            String values = IntStream.range(first, Math.min(rows, first + together))
                    .mapToObj(i -> "(" + i + ", " + value + ")")
                    .collect(Collectors.joining(", "));
            cluster.sql(3306, "INSERT INTO db.t VALUES " + values);
        }
        cluster.source("s1", 3306);
        cluster.task("all", "", threads, new String[] {RULE});
        int steps = 0;
        while (!cluster.stage("s1").equals("Running Sync")) {
            cluster.advance("PT0.05S");
            steps++;
            assertThat(steps).isLessThan(1000);
        }
        return steps;
    }

    @Test
    void moreRowsAndLongerOnesTakeLongerAndMoreThreadsLess() {
        String one = "'export_threads': 1, 'import_threads': 1";
        String four = "'export_threads': 4, 'import_threads': 4";
        int few = steps(one, 10, 1);

        assertThat(steps(one, 2000, 1)).as("more rows").isGreaterThan(few + 10);
        int bytes = steps(one, 10, 200_000);
        assertThat(bytes).as("longer rows").isGreaterThan(few + 10);
        assertThat(steps(four, 10, 200_000)).as("more threads").isLessThan(bytes);
    }
}
