package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.fault.Fault;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each fault of the catalogue in v5.3 and v8.1: what it leads to, and that all is well when it is disarmed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FaultTests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final String REFUSED = "RawCause: dial tcp 127.0.0.1:%d: connect: connection refused";

    private static final Map<Fault, Consumer<FaultScene>> SCENES = new EnumMap<>(Fault.class);

    static {
        SCENES.put(Fault.WORKER_OFFLINE, FaultTests::aWorkerGoesAndComesBack);
        SCENES.put(Fault.MASTER_LEADER_CHANGE, FaultTests::anotherMasterLeads);
        SCENES.put(Fault.UPSTREAM_UNREACHABLE, scene -> upstreamRefuses(scene, REFUSED.formatted(3306)));
        SCENES.put(Fault.UPSTREAM_ACCESS_DENIED, scene -> upstreamRefuses(scene, denied(scene, "localhost")));
        SCENES.put(Fault.DOWNSTREAM_UNREACHABLE, scene -> downstreamRefuses(scene, REFUSED.formatted(4000)));
        SCENES.put(Fault.DOWNSTREAM_ACCESS_DENIED, scene -> downstreamRefuses(scene, denied(scene, "127.0.0.1")));
        SCENES.put(Fault.TOO_MANY_CONNECTIONS, FaultTests::noConnectionIsLeft);
        SCENES.put(Fault.DISK_FULL, FaultTests::theDiskIsFull);
        SCENES.put(Fault.DUPLICATE_ENTRY_IN_LOAD, FaultTests::aLoadedRowIsThereAlready);
        SCENES.put(Fault.DUPLICATE_ENTRY_IN_SYNC, FaultTests::aReplicatedRowIsThereAlready);
        SCENES.put(Fault.BINLOG_PURGED, FaultTests::theBinlogIsGone);
        SCENES.put(Fault.GTID_MISMATCH, FaultTests::theUpstreamLacksTransactions);
        SCENES.put(Fault.UNSUPPORTED_DDL, FaultTests::theTargetCannotDoIt);
        SCENES.put(Fault.SHARD_DDL_CONFLICT, FaultTests::shardsDoNotGoTogether);
        SCENES.put(Fault.SLOW_DUMP, scene -> aFullUnitTakesLonger(scene, "slow-dump", "Dump"));
        SCENES.put(Fault.SLOW_LOAD, scene -> aFullUnitTakesLonger(scene, "slow-load", "Load"));
        SCENES.put(Fault.SLOW_SYNC, FaultTests::syncFallsBehind);
        SCENES.put(Fault.RELAY_ERROR, FaultTests::theRelayFails);
        SCENES.put(Fault.PRECHECK_FAILURE, FaultTests::aCheckFails);
        SCENES.put(Fault.HTTP_LATENCY, HttpFaultScenes::late);
        SCENES.put(Fault.HTTP_STATUS, HttpFaultScenes::instead);
        SCENES.put(Fault.HTTP_DROP, HttpFaultScenes::dropped);
        SCENES.put(Fault.HTTP_TRUNCATE, HttpFaultScenes::truncated);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Spaces spaces;

    @Autowired
    private ErrorTexts texts;

    @Test
    void everyFaultIsTested() {
        assertThat(SCENES).containsOnlyKeys(Fault.values());
    }

    @TestFactory
    Stream<DynamicTest> strikesAndGoesAway() {
        return Stream.of("v5.3", "v8.1", "docs", "v8.5")
                .flatMap(api -> Arrays.stream(Fault.values())
                        .map(fault -> DynamicTest.dynamicTest(
                                api + " " + fault.label(),
                                () -> SCENES.get(fault)
                                        .accept(new FaultScene(
                                                port, "fault-" + SPACES.incrementAndGet(), api, spaces, texts)))));
    }

    private static String denied(FaultScene scene, String host) {
        return "RawCause: Error 1045" + (scene.v8() ? " (28000)" : "") + ": Access denied for user 'root'@'" + host
                + "' (using password: YES)";
    }

    private static void aWorkerGoesAndComesBack(FaultScene scene) {
        scene.lay("instant").source().task();
        String worker = scene.worker();
        String id = scene.arm("{'fault': 'worker-offline', 'on': {'worker': '" + worker + "'}}");

        assertThat(scene.stageOfWorker(worker)).isEqualTo("offline");
        assertThat(scene.worker()).isNotEqualTo(worker).isNotEmpty();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.struck(id)).isEqualTo(1);

        scene.disarm(id);
        assertThat(scene.stageOfWorker(worker)).isEqualTo("free");
    }

    private static void anotherMasterLeads(FaultScene scene) {
        scene.lay("instant");
        String id = scene.arm("{'fault': 'master-leader-change'}");
        assertThat(scene.leader()).isEqualTo("master2");
        assertThat(scene.fault(id).path("state").asString()).isEqualTo("over");

        scene.arm("{'fault': 'master-leader-change', 'to': 'master1'}");
        assertThat(scene.leader()).isEqualTo("master1");
    }

    private static Fault current(FaultScene scene, String cause, String side) {
        boolean upstream = side.equals("upstream");
        return cause.contains("Access denied")
                ? upstream ? Fault.UPSTREAM_ACCESS_DENIED : Fault.DOWNSTREAM_ACCESS_DENIED
                : upstream ? Fault.UPSTREAM_UNREACHABLE : Fault.DOWNSTREAM_UNREACHABLE;
    }

    private static void upstreamRefuses(FaultScene scene, String cause) {
        scene.lay("instant").source().task();
        String fault = current(scene, cause, "upstream").label();
        String id = scene.arm("{'fault': '" + fault + "', 'on': {'source': 's'}}");

        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .startsWith("[code=10001:class=database:scope=upstream:level=high], Message: database driver error")
                .contains(cause);
        assertThat(scene.call("GET", "/api/v1/sources/s/schemas", null, 400)
                        .path("error_msg")
                        .asString())
                .contains("code=10001", cause);
        assertThat(scene.postSource("s2", false, 400).path("error_code").asInt())
                .isEqualTo(10001);
        assertThat(scene.struck(id)).isEqualTo(3);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Paused Sync");

        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.error()).isEmpty();
    }

    private static void downstreamRefuses(FaultScene scene, String cause) {
        scene.lay("instant").source().task();
        String fault = current(scene, cause, "downstream").label();
        String id = scene.arm("{'fault': '" + fault + "', 'on': {'address': 'localhost:4000'}}");

        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .startsWith("[code=10001:class=database:scope=downstream:level=high], Message: database driver error")
                .contains(cause);
        assertThat(scene.postTask("t2", "", "", 400).path("error_msg").asString())
                .contains("code=10001", cause);

        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    private static void noConnectionIsLeft(FaultScene scene) {
        scene.lay("instant").source().task();
        String upstream = scene.arm("{'fault': 'too-many-connections', 'on': {'source': 's'}}");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error()).contains("scope=upstream", "RawCause: Error 1040: Too many connections");
        scene.disarm(upstream);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");

        scene.arm("{'fault': 'too-many-connections', 'on': {'task': 't'}, 'times': 1}");
        assertThat(scene.error())
                .contains("scope=downstream", scene.v8() ? "Error 1040 (08004): Too many" : "Error 1040: Too many");
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    private static void theDiskIsFull(FaultScene scene) {
        scene.lay("instant").source();
        scene.startRelay();
        String id = scene.arm("{'fault': 'disk-full', 'on': {'worker': '" + scene.worker() + "'}}");
        assertThat(scene.relayStage()).isEqualTo("Paused");
        scene.task();
        assertThat(scene.stage()).isEqualTo("Paused Dump");
        assertThat(scene.error())
                .isEqualTo(
                        "[code=32001:class=dump-unit:scope=internal:level=high], Message: mydumper/dumpling runs with"
                                + " error, with output (may empty): , RawCause: write"
                                + " ./dumped_data.t/db1.table1.0000000000000.sql: no space left on device");

        scene.disarm(id);
        scene.resume();
        scene.resumeRelay();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.relayStage()).isEqualTo("Running");
    }

    private static void aLoadedRowIsThereAlready(FaultScene scene) {
        scene.lay("instant").source();
        String id = scene.arm("{'fault': 'duplicate-entry-in-load', 'on': {'table': 'db1.table1'}, 'times': 1}");
        scene.task();
        assertThat(scene.stage()).isEqualTo("Paused Load");
        assertThat(scene.error())
                .contains(scene.v8() ? "code=34019" : "code=10006")
                .contains("Duplicate entry '1' for key 'table1.PRIMARY'");
        assertThat(scene.fault(id).path("state").asString()).isEqualTo("spent");

        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.downstreamRows()).containsExactly("INSERT INTO `db1`.`table1` VALUES (1,NULL)");
    }

    private static void aReplicatedRowIsThereAlready(FaultScene scene) {
        scene.lay("instant").source().task();
        scene.arm("{'fault': 'duplicate-entry-in-sync', 'on': {'task': 't'}, 'times': 1}");
        assertThat(scene.stage()).isEqualTo("Running Sync");
        scene.sql("INSERT INTO db1.table1 VALUES (2, NULL), (3, NULL)");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .matches("\\[code=10006:class=database:scope=not-set:level=high], Message: startLocation: \\[position:"
                        + " \\(mysql-bin\\.000001, \\d+\\), gtid-set: ], endLocation: \\[position:"
                        + " \\(mysql-bin\\.000001, \\d+\\), gtid-set: ]: execute statement failed: REPLACE INTO"
                        + " `db1`\\.`table1` \\(`id`,`c`\\) VALUES \\(\\?,\\?\\), RawCause: Error 1062( \\(23000\\))?:"
                        + " Duplicate entry '2' for key 'table1\\.PRIMARY'");
        assertThat(scene.downstreamRows()).hasSize(1);

        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.downstreamRows()).hasSize(1).first().asString().contains("(1,", "(2,", "(3,");
    }

    private static void theBinlogIsGone(FaultScene scene) {
        scene.lay("instant").source().task();
        String id = scene.arm("{'fault': 'binlog-purged', 'on': {'source': 's', 'task': 't'}}");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .isEqualTo("[code=36069:class=sync-unit:scope=upstream:level=high], Message: get binlog event error:"
                        + " ERROR 1236 (HY000): Could not find first log file name in binary log index file,"
                        + " Workaround: Please check if the binlog file could be parsed by `mysqlbinlog`.");

        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    private static void theUpstreamLacksTransactions(FaultScene scene) {
        scene.lay("instant").source(true);
        String id = scene.arm("{'fault': 'gtid-mismatch'}");
        scene.task();
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .contains("code=36069", "ERROR 1236 (HY000): Slave has more GTIDs than the master has");

        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
        scene.arm("{'fault': 'binlog-purged'}");
        assertThat(scene.error())
                .contains("the master has purged binary logs containing GTIDs that the slave requires.");
    }

    private static void theTargetCannotDoIt(FaultScene scene) {
        scene.lay("instant").source().task();
        String id =
                scene.arm("{'fault': 'unsupported-ddl', 'on': {'table': 'db1.table1'}, 'message': 'Unsupported x'}");
        scene.sql("CREATE TABLE db1.other (id INT PRIMARY KEY)", "ALTER TABLE db1.table1 ADD COLUMN d INT");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.error())
                .contains("origin SQL: [ALTER TABLE db1.table1 ADD COLUMN d INT]")
                .contains(
                        scene.v8()
                                ? "execute statement failed: ALTER TABLE `db1`.`table1` ADD COLUMN `d` INT, RawCause:"
                                        + " Error 8200 (HY000): Unsupported x"
                                : "cannot track DDL: ALTER TABLE db1.table1 ADD COLUMN d INT, RawCause: [ddl:8200]Unsupported x");

        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    private static void shardsDoNotGoTogether(FaultScene scene) {
        for (String mode : List.of("pessimistic", "optimistic")) {
            scene.lay("instant").source().task(mode, "");
            String id = scene.arm("{'fault': 'shard-ddl-conflict', 'on': {'task': 't'}}");
            scene.sql("ALTER TABLE db1.table1 ADD COLUMN d INT");
            assertThat(scene.stage()).isEqualTo("Paused Sync");
            assertThat(scene.error())
                    .contains(
                            mode.equals("pessimistic")
                                    ? "code=36008:class=sync-unit:scope=internal:level=high]"
                                    : "code=36062:class=sync-unit:scope=internal:level=high]")
                    .contains("ALTER TABLE `db1`.`table1` ADD COLUMN `d` INT");

            scene.disarm(id);
            scene.resume();
            assertThat(scene.stage()).isEqualTo("Running Sync");
        }
    }

    /** An hour of a dump or a load, at instant pace; disarmed in the middle of another one, that is over at once. */
    private static void aFullUnitTakesLonger(FaultScene scene, String fault, String unit) {
        scene.lay("instant").source();
        scene.call("POST", "/_dmock/clock", "{'freeze': true}", 200);
        scene.arm("{'fault': '" + fault + "', 'on': {'task': 't'}, 'lag': 'PT1H'}");
        scene.task();
        assertThat(scene.stage()).isEqualTo("Running " + unit);
        scene.advance("PT59M");
        assertThat(scene.stage()).isEqualTo("Running " + unit);
        if (unit.equals("Load")) {
            JsonNode load = scene.status().path("load_status");
            assertThat(load.path("finished_bytes").asDouble()
                            / load.path("total_bytes").asDouble())
                    .isBetween(0.9, 0.99);
        }
        scene.advance("PT1M");
        assertThat(scene.stage()).isEqualTo("Running Sync");

        scene.lay("instant").source();
        String id = scene.arm("{'fault': '" + fault + "'}");
        scene.task();
        assertThat(scene.stage()).isEqualTo("Running " + unit);
        scene.disarm(id);
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    private static void syncFallsBehind(FaultScene scene) {
        scene.lay("instant").source().task();
        String id = scene.arm("{'fault': 'slow-sync', 'lag': 'PT1H'}");
        scene.sql("INSERT INTO db1.table1 VALUES (2, NULL)");
        scene.advance("PT30M");
        JsonNode status = scene.status();
        assertThat(status.path("stage").asString()).isEqualTo("Running");
        assertThat(status.path("sync_status").path("synced").asBoolean()).isFalse();
        assertThat(status.path("sync_status").path("seconds_behind_master").asLong())
                .isBetween(1800L, 1900L);
        scene.advance("PT31M");
        assertThat(scene.status().path("sync_status").path("synced").asBoolean())
                .isTrue();

        scene.sql("INSERT INTO db1.table1 VALUES (3, NULL)");
        assertThat(scene.status().path("sync_status").path("synced").asBoolean())
                .isFalse();
        scene.disarm(id);
        assertThat(scene.status().path("sync_status").path("synced").asBoolean())
                .isTrue();
    }

    private static void theRelayFails(FaultScene scene) {
        scene.lay("instant").source();
        scene.startRelay();
        assertThat(scene.relayStage()).isEqualTo("Running");
        String id = scene.arm("{'fault': 'relay-error', 'on': {'source': 's'}}");
        assertThat(scene.relayStage()).isEqualTo("Paused");
        assertThat(scene.struck(id)).isEqualTo(1);

        scene.disarm(id);
        assertThat(scene.relayStage()).isEqualTo("Paused");
        scene.resumeRelay();
        assertThat(scene.relayStage()).isEqualTo("Running");
    }

    private static void aCheckFails(FaultScene scene) {
        scene.lay("instant").source();
        String id = scene.arm("{'fault': 'precheck-failure', 'check': 'mysql_binlog_format'}");
        JsonNode refused = scene.postTask("t", "", "", 400);
        assertThat(refused.path("error_code").asInt()).isEqualTo(26005);
        assertThat(refused.path("error_msg").asString())
                .contains("\"name\": \"mysql_binlog_format\"", "binlog_format is STATEMENT, and should be ROW");
        scene.disarm(id);

        id = scene.arm("{'fault': 'precheck-failure', 'on': {'task': 't'}, 'message': 'no'}");
        scene.postTask("other", "", "", 201);
        assertThat(scene.postTask("t", "", "", 400).path("error_msg").asString())
                .contains("\"short_error\": \"no\"");
        assertThat(scene.struck(id)).isEqualTo(1);
        scene.disarm(id);
        scene.postTask("t", "", "", 201);
    }
}
