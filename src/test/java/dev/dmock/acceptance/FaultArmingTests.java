package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.fault.Fault;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Arming, showing and disarming faults over the control API; when and how often they strike. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FaultArmingTests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final String UNREACHABLE = "{'fault': 'upstream-unreachable'";

    @LocalServerPort
    private int port;

    @Autowired
    private Spaces spaces;

    @Autowired
    private ErrorTexts texts;

    private FaultScene scene;

    @BeforeEach
    void newSpace() {
        scene = scene("v8.1");
    }

    private FaultScene scene(String api) {
        return new FaultScene(port, "arming-" + SPACES.incrementAndGet(), api, spaces, texts);
    }

    @Test
    void theCatalogueSaysWhatThereIs() {
        JsonNode faults =
                scene.call("GET", "/_dmock/faults/catalogue", null, 200).path("faults");
        assertThat(faults.size()).isEqualTo(Fault.values().length);
        JsonNode lag = faults.values().stream()
                .filter(f -> f.path("fault").asString().equals("slow-sync"))
                .findFirst()
                .orElseThrow();
        assertThat(lag.path("on").values().stream().map(JsonNode::asString))
                .containsExactly("source", "task", "worker");
        assertThat(lag.path("parameters").get(0).path("standard").asString()).isEqualTo("PT30S");
    }

    @Test
    void anArmedFaultIsShownUntilItIsDisarmed() {
        scene.lay("instant");
        JsonNode armed = scene.call(
                "POST",
                "/_dmock/faults",
                "{'fault': 'unsupported-ddl', 'on': {'task': 't', 'table': 'db1.table1'}, 'times': 2,"
                        + "'probability': 0.5, 'after': 'PT1H', 'for': 'PT2H'}",
                201);
        assertThat(armed.path("id").asString()).isEqualTo("fault-1");
        assertThat(armed.path("on").toString()).isEqualTo("{\"task\":\"t\",\"table\":\"db1.table1\"}");
        assertThat(armed.path("times").asInt()).isEqualTo(2);
        assertThat(armed.path("state").asString()).isEqualTo("waiting");
        assertThat(armed.path("struck").asInt()).isZero();
        assertThat(armed.path("message").asString()).startsWith("Unsupported modify charset");
        assertThat(scene.call("GET", "/_dmock/faults", null, 200).path("faults").values())
                .containsExactly(armed);
        scene.advance("PT61M");
        assertThat(scene.fault("fault-1").path("state").asString()).isEqualTo("active");
        scene.advance("PT2H");
        assertThat(scene.fault("fault-1").path("state").asString()).isEqualTo("over");

        scene.disarm("fault-1");
        scene.call("GET", "/_dmock/faults/fault-1", null, 404);
        scene.call("DELETE", "/_dmock/faults/fault-1", null, 404);
        assertThat(scene.arm(UNREACHABLE + "}")).isEqualTo("fault-2");
        scene.call("DELETE", "/_dmock/faults", null, 204);
        assertThat(scene.call("GET", "/_dmock/faults", null, 200).path("faults").size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | fault",
                "[] | ''",
                "{'fault': 1} | fault",
                "{'fault': 'earthquake'} | fault",
                "{'fault': 'relay-error', 'so': 1} | so",
                "{'fault': 'relay-error', 'lag': 'PT1S'} | lag",
                "{'fault': 'relay-error', 'on': 's'} | on",
                "{'fault': 'relay-error', 'on': {'task': 't'}} | on.task",
                "{'fault': 'relay-error', 'on': {'source': ''}} | on.source",
                "{'fault': 'relay-error', 'on': {'source': 1}} | on.source",
                "{'fault': 'unsupported-ddl', 'on': {'table': 'table1'}} | on.table",
                "{'fault': 'too-many-connections', 'on': {'address': '127.0.0.1'}} | on.address",
                "{'fault': 'too-many-connections', 'on': {'address': 'a:99999'}} | on.address",
                "{'fault': 'relay-error', 'times': 0} | times",
                "{'fault': 'relay-error', 'times': 1.5} | times",
                "{'fault': 'relay-error', 'probability': 1.1} | probability",
                "{'fault': 'relay-error', 'probability': '1'} | probability",
                "{'fault': 'relay-error', 'from': 'soon'} | from",
                "{'fault': 'relay-error', 'from': '+999999999-01-01T00:00:00Z'} | from",
                "{'fault': 'relay-error', 'after': '1 hour'} | after",
                "{'fault': 'relay-error', 'after': 'PT-1S'} | after",
                "{'fault': 'relay-error', 'after': 'PT1S', 'from': '2026-01-01T00:00:00Z'} | after",
                "{'fault': 'relay-error', 'for': 'P20000D'} | for",
                "{'fault': 'worker-offline'} | on.worker",
                "{'fault': 'worker-offline', 'on': {'worker': 'worker9'}} | on.worker",
                "{'fault': 'worker-offline', 'on': {'worker': 'worker1'}, 'times': 1} | times",
                "{'fault': 'worker-offline', 'on': {'worker': 'worker1'}, 'lease': 'x'} | lease",
                "{'fault': 'master-leader-change', 'on': {}} | on",
                "{'fault': 'master-leader-change', 'to': 'worker1'} | to",
                "{'fault': 'master-leader-change', 'for': 'PT1S'} | for",
                "{'fault': 'slow-sync', 'lag': 5} | lag",
                "{'fault': 'precheck-failure', 'check': 'mysql'} | check",
                "{'fault': 'http-latency', 'min': 'PT61S'} | min",
                "{'fault': 'http-latency', 'min': 'PT2S', 'max': 'PT1S'} | min",
                "{'fault': 'http-latency', 'max': 'PT0.5S'} | max",
                "{'fault': 'http-latency', 'max': 'late'} | max",
                "{'fault': 'http-status', 'status': 99} | status",
                "{'fault': 'http-status', 'status': '500'} | status",
                "{'fault': 'http-status', 'content_type': 'json'} | content_type",
                "{'fault': 'http-status', 'content_type': 'text/*', 'body': 'x'} | content_type",
                "{'fault': 'http-status', 'status': 204, 'body': 'x'} | body",
                "{'fault': 'slow-dump', 'times': 1} | times",
                "{'fault': 'slow-load', 'lag': '1h'} | lag",
                "{'fault': 'http-drop', 'on': {'operation': 'GET /sources'}} | on.operation",
                "{'fault': 'http-drop', 'carry_out': 'yes'} | carry_out",
                "{'fault': 'http-truncate', 'bytes': -1} | bytes",
                "{ | ''",
            })
    void whatIsWrongIsRefusedWithItsPath(String body, String path) {
        scene.lay("instant");
        JsonNode refused = scene.call("POST", "/_dmock/faults", body, 400);
        assertThat(refused.propertyNames()).containsExactly("path", "error");
        assertThat(refused.path("path").asString()).isEqualTo(path);
        assertThat(refused.path("error").asString()).isNotEmpty();
        assertThat(scene.call("GET", "/_dmock/faults", null, 200).path("faults").size())
                .isZero();
    }

    @Test
    void aRefusedRequestAndAReadAreCounted() {
        scene.lay("instant").source();
        String id = scene.arm(UNREACHABLE + ", 'times': 2}");
        scene.postSource("s2", false, 400);
        assertThat(scene.struck(id)).isEqualTo(1);
        scene.call("GET", "/api/v1/sources/s/schemas", null, 400);
        assertThat(scene.struck(id)).isEqualTo(2);
        assertThat(scene.fault(id).path("state").asString()).isEqualTo("spent");
        scene.call("GET", "/api/v1/sources/s/schemas", null, 200);
        scene.postSource("s2", false, 201);
    }

    @Test
    void faultsStayInTheirSpaceAndGoWithAReset() {
        FaultScene other = scene("v5.3").lay("instant").source();
        scene.lay("instant").source();
        scene.arm(UNREACHABLE + "}");
        scene.call("GET", "/api/v1/sources/s/schemas", null, 400);
        other.call("GET", "/api/v1/sources/s/schemas", null, 200);

        scene.call("POST", "/_dmock/reset", null, 200);
        assertThat(scene.call("GET", "/_dmock/faults", null, 200).path("faults").size())
                .isZero();
    }

    @Test
    void aSnapshotHasItsFaultsAndWhatTheyDid() {
        scene.lay("instant").source().task();
        scene.startRelay();
        String id = scene.arm(UNREACHABLE + ", 'on': {'source': 's'}, 'times': 5, 'probability': 0.9}");
        JsonNode before = scene.fault(id);
        scene.call("POST", "/_dmock/snapshots", "{'name': 'broken'}", 201);
        scene.call("POST", "/_dmock/reset", null, 200);
        scene.call("POST", "/_dmock/snapshots/broken/restore", null, 200);

        assertThat(scene.fault(id)).isEqualTo(before);
        assertThat(scene.arm(UNREACHABLE + "}")).isEqualTo("fault-2");
        scene.call("DELETE", "/_dmock/faults", null, 204);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    @Test
    void theTimelineSaysWhenFaultsBeganAndEnded() {
        scene.lay("instant");
        String id = scene.arm("{'fault': 'relay-error', 'after': 'PT1M', 'for': 'PT1M'}");
        scene.advance("PT3M");
        scene.disarm(id);
        List<String> seen = scene.call("GET", "/_dmock/timeline", null, 200).path("entries").values().stream()
                .filter(e -> e.path("event").asString().equals("fault"))
                .map(e -> e.path("from").asString() + ">" + e.path("to").asString())
                .toList();
        assertThat(seen).containsExactly("waiting>active", "active>over", "over>disarmed");
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<Boolean> first = strikes(scene("v5.3").lay("instant", 7).source());
        List<Boolean> second = strikes(scene("v5.3").lay("instant", 7).source());
        List<Boolean> other = strikes(scene("v5.3").lay("instant", 8).source());

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.stream().filter(struck -> struck).count()).isBetween(6L, 24L);
    }

    private static List<Boolean> strikes(FaultScene scene) {
        String id = scene.arm(UNREACHABLE + ", 'probability': 0.5}");
        List<Boolean> struck = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            struck.add(scene.send("GET", "/api/v1/sources/s/schemas", null).status() == 400);
        }
        assertThat(scene.fault(id).path("occasions").asInt()).isEqualTo(30);
        assertThat(scene.struck(id)).isEqualTo(struck.stream().filter(s -> s).count());
        return struck;
    }

    @Test
    void aTaskThatCannotBeginIsPausedAsTheWorkerSaysIt() {
        scene.lay("instant").source();
        scene.postTask("t", "", "", 201);
        String id = scene.arm(UNREACHABLE + "}");
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Paused InvalidUnit");
        assertThat(scene.error())
                .startsWith(
                        "[code=10001:class=database:scope=upstream:level=high], Message: fail to initialize unit Sync"
                                + " of subtask t : database driver error, RawCause: dial tcp 127.0.0.1:3306:");
        scene.disarm(id);
        scene.resume();
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    @Test
    void unitsAreResumedByThemselvesWithGrowingPauses() {
        scene.lay("manual").source().task();
        scene.advance("PT10S");
        String id = scene.arm(UNREACHABLE + "}");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.struck(id)).isEqualTo(1);
        scene.advance("PT5S");
        assertThat(scene.struck(id)).isEqualTo(2);
        scene.advance("PT9S");
        assertThat(scene.struck(id)).isEqualTo(2);
        scene.advance("PT1S");
        assertThat(scene.struck(id)).isEqualTo(3);

        scene.disarm(id);
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        scene.advance("PT20S");
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    /** The load unit looks for its target before it begins, not only when it is done. */
    @Test
    void aLoadIsResumedWithGrowingPauses() {
        scene = scene("v5.3");
        scene.lay("manual").source().task();
        scene.advance("PT0.5S");
        String id = scene.arm("{'fault': 'downstream-unreachable'}");
        assertThat(scene.stage()).isEqualTo("Paused Load");
        scene.advance("PT5S");
        assertThat(scene.stage()).isEqualTo("Paused Load");
        assertThat(scene.struck(id)).isEqualTo(2);
        scene.advance("PT9.9S");
        assertThat(scene.struck(id)).isEqualTo(2);
        scene.advance("PT0.1S");
        assertThat(scene.struck(id)).isEqualTo(3);

        scene.disarm(id);
        scene.advance("PT20S");
        assertThat(scene.stage()).isEqualTo("Running Load");
        scene.advance("PT1S");
        assertThat(scene.stage()).isEqualTo("Running Sync");
    }

    @Test
    void whatDoesNotGoAwayIsNotTriedAgain() {
        scene.lay("manual").source().task();
        scene.advance("PT120S");
        String id = scene.arm("{'fault': 'duplicate-entry-in-sync', 'times': 1}");
        scene.sql("INSERT INTO db1.table1 VALUES (2, NULL)");
        scene.advance("PT1S");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        scene.advance("PT24H");
        assertThat(scene.stage()).isEqualTo("Paused Sync");
        assertThat(scene.struck(id)).isEqualTo(1);
    }

    @Test
    void aUnitInTheMidstOfItsWorkNoticesAtOnce() {
        scene.lay("manual").source().task();
        scene.advance("PT0.2S");
        assertThat(scene.stage()).isEqualTo("Running Dump");
        String id = scene.arm(UNREACHABLE + "}");
        assertThat(scene.stage()).isEqualTo("Paused Dump");
        assertThat(scene.error()).contains("code=32001", "connection refused");
        scene.disarm(id);
        scene.resume();
        scene.advance("PT0.5S");
        assertThat(scene.stage()).isEqualTo("Running Load");
        scene.arm("{'fault': 'downstream-unreachable', 'on': {'task': 't'}, 'for': 'PT1S'}");
        assertThat(scene.stage()).isEqualTo("Paused Load");
        assertThat(scene.error()).contains("code=34019", "connection refused");
    }

    @Test
    void theMasterNoticesALostWorkerWhenItsLeaseIsOver() {
        scene.lay("manual").source().task();
        scene.advance("PT10S");
        String worker = scene.worker();
        scene.arm("{'fault': 'worker-offline', 'on': {'worker': '" + worker + "'}, 'lease': 'PT8S', 'for': 'PT1M'}");
        scene.sql("INSERT INTO db1.table1 VALUES (2, NULL)");
        scene.advance("PT7S");
        assertThat(scene.worker()).isEqualTo(worker);
        assertThat(scene.status().path("stage").asString()).isEmpty();
        assertThat(scene.status().path("error_msg").asString())
                .startsWith("[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error");
        assertThat(scene.call("GET", "/api/v1/sources/s/status", null, 200)
                        .path("data")
                        .get(0)
                        .path("error_msg")
                        .asString())
                .contains("code=38008", "connect: connection refused");
        assertThat(scene.downstreamRows()).first().asString().doesNotContain("(2,");
        scene.advance("PT2S");
        assertThat(scene.stageOfWorker(worker)).isEqualTo("offline");
        assertThat(scene.worker()).isNotEqualTo(worker);
        scene.advance("PT2S");
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.downstreamRows()).first().asString().contains("(2,");
        scene.advance("PT1M");
        assertThat(scene.stageOfWorker(worker)).isEqualTo("free");
    }

    @Test
    void aWorkerThatIsBackBeforeItsLeaseIsOverGoesOn() {
        scene.lay("manual").source().task();
        scene.advance("PT10S");
        String worker = scene.worker();
        String id = scene.arm("{'fault': 'worker-offline', 'on': {'worker': '" + worker + "'}}");
        scene.sql("INSERT INTO db1.table1 VALUES (2, NULL)");
        scene.advance("PT5S");
        scene.disarm(id);
        scene.advance("PT20S");
        assertThat(scene.worker()).isEqualTo(worker);
        assertThat(scene.stage()).isEqualTo("Running Sync");
        assertThat(scene.downstreamRows()).first().asString().contains("(2,");
    }

    @Test
    void aRelayIsResumedByItself() {
        scene.lay("manual").source();
        scene.startRelay();
        scene.arm("{'fault': 'relay-error', 'for': 'PT7S'}");
        assertThat(scene.relayStage()).isEqualTo("Paused");
        scene.advance("PT14S");
        assertThat(scene.relayStage()).isEqualTo("Paused");
        scene.advance("PT2S");
        assertThat(scene.relayStage()).isEqualTo("Running");
    }
}
