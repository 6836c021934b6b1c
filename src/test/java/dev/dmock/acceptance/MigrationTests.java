package dev.dmock.acceptance;

import static dev.dmock.acceptance.Cluster.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Migrations from their beginning to what they leave downstream, by the clock. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MigrationTests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final String ONE_TABLE = "{'db': {'t': 'CREATE TABLE t (id INT PRIMARY KEY, c INT)'}}";
    private static final String TWO_TABLES =
            "{'db': {'t1': 'CREATE TABLE t1 (id INT PRIMARY KEY)', 't2': 'CREATE TABLE t2 (id INT PRIMARY KEY)'}}";
    private static final String RULE = "s1:db.t>db.t";

    @LocalServerPort
    private int port;

    private Cluster cluster;

    @BeforeEach
    void newSpace() {
        cluster = new Cluster(port, "migration-" + SPACES.incrementAndGet());
    }

    private void oneSource(String pace, String... sql) {
        cluster.lay(pace, upstream(3306, ONE_TABLE, sql));
        cluster.source("s1", 3306);
    }

    @Test
    void goesThroughAllUnitsAsTimePasses() {
        oneSource("manual", "INSERT INTO db.t VALUES (1, 1)");
        cluster.task("all", "", RULE);

        assertThat(cluster.stage("s1")).isEqualTo("Running Dump");
        cluster.advance("PT0.2S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Dump");
        cluster.advance("PT0.3S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Load");
        assertThat(cluster.downstreamRows()).isEmpty();
        cluster.advance("PT0.3S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1)");
    }

    @Test
    void whatIsWrittenDuringTheDumpArrivesBySync() {
        oneSource("manual", "INSERT INTO db.t VALUES (1, 1)");
        cluster.task("all", "", RULE);
        cluster.advance("PT0.2S");
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, 2)", "UPDATE db.t SET c = 9 WHERE id = 1");
        cluster.advance("PT10S");

        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,9),(2,2)");
        assertThat(cluster.synced("s1")).isFalse();
        cluster.advance("PT30S");
        assertThat(cluster.synced("s1")).isTrue();
    }

    @Test
    void aPausedTaskStandsStillAndGoesOnWhereItWas() {
        oneSource("instant");
        cluster.task("all", "", RULE);
        cluster.call("POST", "/api/v1/tasks/t/pause", null, 200);
        cluster.sql(3306, "INSERT INTO db.t VALUES (1, 1)");

        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");
        assertThat(cluster.downstreamRows()).isEmpty();
        cluster.call("POST", "/api/v1/tasks/t/resume", null, 200);
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1)");
    }

    @Test
    void aLoadThatFailedGoesOnAfterTheRepair() {
        oneSource("instant", "INSERT INTO db.t VALUES (1, 1), (2, 2)");
        cluster.sql(
                4000,
                "CREATE DATABASE db",
                "CREATE TABLE db.t (id INT PRIMARY KEY, c INT)",
                "INSERT INTO db.t VALUES (2, 0)");
        cluster.task("all", "", RULE);

        assertThat(cluster.stage("s1")).isEqualTo("Paused Load");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (2,0)");
        cluster.sql(4000, "DELETE FROM db.t");
        cluster.call("POST", "/api/v1/tasks/t/resume", null, 200);
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1),(2,2)");
    }

    @Test
    void aFailureThatMayPassIsRetriedEachTimeLater() {
        oneSource("manual");
        cluster.task("all", "", RULE);
        cluster.advance("PT5S");
        cluster.sql(4000, "DROP TABLE db.t");
        cluster.sql(3306, "INSERT INTO db.t VALUES (1, 1)");
        cluster.advance("PT1S");
        assertThat(cluster.stage("s1")).isEqualTo("Paused Sync");

        cluster.advance("PT5S");
        assertThat(cluster.stage("s1")).as("failed again").isEqualTo("Paused Sync");
        cluster.sql(4000, "CREATE TABLE db.t (id INT PRIMARY KEY, c INT)");
        cluster.advance("PT5S");
        assertThat(cluster.stage("s1")).as("waits twice as long").isEqualTo("Paused Sync");
        cluster.advance("PT5S");
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1)");
    }

    /** A migration with writes during its dump, looked at after an hour that passed in so many steps. */
    private JsonNode anHourIn(int steps) {
        newSpace();
        oneSource("manual", "INSERT INTO db.t VALUES (1, 1)");
        cluster.task("all", "", RULE);
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, 2)");
        for (int i = 0; i < steps; i++) {
            cluster.advance("PT" + 3600 / steps + "S");
        }
        assertThat(cluster.synced("s1")).isTrue();
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1),(2,2)");
        return cluster.status("s1");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 60})
    void theStateIsTheSameHoweverOneGotThere(int steps) {
        assertThat(anHourIn(steps)).isEqualTo(anHourIn(1));
    }

    @Test
    void aTaskMovesWithItsSourceWhenTheWorkerIsLost() {
        oneSource("instant", "INSERT INTO db.t VALUES (1, 1)");
        cluster.task("all", "", RULE);
        String worker = cluster.status("s1").path("worker_name").asString();
        cluster.call("PATCH", "/_dmock/world", "{'worker_offline': '" + worker + "'}", 200);
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, 2)");

        assertThat(cluster.status("s1").path("worker_name").asString()).isNotEqualTo(worker);
        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1),(2,2)");
    }

    @Test
    void aTaskThatIsMadeAgainGoesOnWhereItWas() {
        oneSource("instant", "INSERT INTO db.t VALUES (1, 1)");
        cluster.task("all", "", RULE);
        cluster.call("DELETE", "/api/v1/tasks/t", null, 204);
        cluster.sql(3306, "INSERT INTO db.t VALUES (2, 2)");
        cluster.task("all", "", RULE);

        assertThat(cluster.stage("s1")).isEqualTo("Running Sync");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`t` VALUES (1,1),(2,2)");
    }

    @Test
    void rowsOfAShardThatHasTheDdlWaitForTheOthers() {
        cluster.lay("instant", upstream(3306, TWO_TABLES));
        cluster.source("s1", 3306);
        cluster.task("all", "pessimistic", "s1:db.t*>db.m");
        cluster.sql(3306, "ALTER TABLE db.t1 ADD COLUMN d INT", "INSERT INTO db.t1 VALUES (1, 5)");
        cluster.sql(3306, "INSERT INTO db.t2 VALUES (2)");

        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (2)");
        assertThat(cluster.synced("s1")).isFalse();
        cluster.sql(3306, "ALTER TABLE db.t2 ADD COLUMN d INT", "INSERT INTO db.t2 VALUES (3, 6)");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (1,5),(2,NULL),(3,6)");
        assertThat(cluster.synced("s1")).isTrue();
    }

    @Test
    void aShardLockHoldsASourceUntilTheOtherFollows() {
        cluster.lay("instant", upstream(3306, ONE_TABLE), upstream(3307, ONE_TABLE));
        cluster.source("s1", 3306);
        cluster.source("s2", 3307);
        cluster.task("all", "pessimistic", "s1:db.t>db.m", "s2:db.t>db.m");
        cluster.sql(3306, "ALTER TABLE db.t ADD COLUMN d INT", "INSERT INTO db.t VALUES (1, 1, 1)");
        cluster.sql(3307, "INSERT INTO db.t VALUES (2, 2)");

        JsonNode blocked = cluster.status("s1").path("sync_status");
        assertThat(blocked.path("blocking_ddls").get(0).asString())
                .isEqualTo("ALTER TABLE `db`.`m` ADD COLUMN `d` INT");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (2,2)");

        cluster.sql(3307, "ALTER TABLE db.t ADD COLUMN d INT");
        assertThat(cluster.status("s1")
                        .path("sync_status")
                        .path("blocking_ddls")
                        .isNull())
                .isTrue();
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (1,1,1),(2,2,NULL)");
    }

    @Test
    void optimisticShardsAddAColumnAtOnceAndDropItLast() {
        cluster.lay("instant", upstream(3306, ONE_TABLE), upstream(3307, ONE_TABLE));
        cluster.source("s1", 3306);
        cluster.source("s2", 3307);
        cluster.task("all", "optimistic", "s1:db.t>db.m", "s2:db.t>db.m");
        cluster.sql(3306, "INSERT INTO db.t VALUES (1, 1)", "ALTER TABLE db.t ADD COLUMN d INT");
        cluster.sql(3307, "INSERT INTO db.t VALUES (2, 2)");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (1,1,NULL),(2,2,NULL)");

        cluster.sql(3306, "ALTER TABLE db.t DROP COLUMN c");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (1,1,NULL),(2,2,NULL)");
        cluster.sql(3307, "ALTER TABLE db.t DROP COLUMN c");
        assertThat(cluster.downstreamRows()).containsExactly("INSERT INTO `db`.`m` VALUES (1,NULL),(2,NULL)");
        assertThat(cluster.synced("s1") && cluster.synced("s2")).isTrue();
    }

    @Test
    void spacesDoNotSeeEachOther() {
        oneSource("instant");
        Cluster other = new Cluster(port, "migration-" + SPACES.incrementAndGet());
        other.lay("instant", upstream(3306, ONE_TABLE));

        assertThat(other.call("GET", "/api/v1/sources", null, 200).path("total").asInt())
                .isZero();
        assertThat(cluster.call("GET", "/api/v1/sources", null, 200)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }
}
