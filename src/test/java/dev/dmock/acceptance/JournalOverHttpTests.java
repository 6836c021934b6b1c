package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every call of the DM API is in the journal, without passwords; it can be verified, and says what was never called. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class JournalOverHttpTests {

    @LocalServerPort
    private int port;

    private TestSpace space;

    @BeforeEach
    void calls() {
        space = new TestSpace(port, "journal-" + UUID.randomUUID());
        space.createSource("s1", 3306);
        space.refused("POST", "/api/v1/sources", """
                {"source_name": "s2", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456"}""");
        space.refused("POST", "/api/v1/sources", """
                {"source_name": "s1", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456",
                 "enable_gtid": false}""");
        space.get("/api/v1/sources?with_status=true");
        space.answer("GET", "/api/v1/nowhere", 400);
        space.answer("DELETE", "/api/v1/cluster/masters/nobody", 400);
    }

    private List<Integer> ids(String query) {
        return space.get("/_dmock/journal" + query)
                .get("entries")
                .valueStream()
                .map(entry -> entry.get("id").intValue())
                .toList();
    }

    @Test
    void everyCallIsThere() {
        JsonNode journal = space.get("/_dmock/journal");

        assertThat(journal.get("entries")
                        .valueStream()
                        .map(e -> e.path("operationId").asString("-") + " "
                                + e.at("/request/method").asString() + " "
                                + e.at("/answer/status").intValue() + " "
                                + e.at("/answer/error_code").asString("-")))
                .containsExactly(
                        "DMAPICreateSource POST 201 -",
                        "DMAPICreateSource POST 400 0",
                        "DMAPICreateSource POST 400 46007",
                        "DMAPIGetSourceList GET 200 -",
                        "- GET 400 0",
                        "DMAPIOfflineMasterNode DELETE 400 38048");
        assertThat(journal.get("total").intValue()).isEqualTo(6);
        assertThat(journal.get("dropped").intValue()).isZero();
        assertThat(journal.get("server").asString()).isNotEmpty();
        JsonNode list = journal.at("/entries/3");
        assertThat(list.at("/request/path").asString()).isEqualTo("/api/v1/sources");
        assertThat(list.at("/request/query").asString()).isEqualTo("with_status=true");
        assertThat(list.at("/answer/body/total").intValue()).isEqualTo(1);
        assertThat(list.get("durationMillis").doubleValue()).isPositive();
        assertThat(list.get("api").asString()).isEqualTo("docs");
        assertThat(journal.at("/entries/0/request/headers/Content-Type").asString())
                .isEqualTo("application/json");
    }

    /** The second answer quotes the request; what is left of the number is an example in its schema. */
    @Test
    void passwordsAreNowhere() {
        String journal = space.get("/_dmock/journal").toString();

        assertThat(journal.replace("\\\"example\\\": \\\"123456\\\"", "")).doesNotContain("123456");
        assertThat(journal).contains("\"password\":\"******\"").contains("\\\"password\\\": \\\"******\\\"");
    }

    @Test
    void callsAreFiltered() {
        assertThat(ids("?operationId=DMAPICreateSource")).containsExactly(1, 2, 3);
        assertThat(ids("?method=GET")).containsExactly(4, 5);
        assertThat(ids("?path=/api/v1/cluster/**")).containsExactly(6);
        assertThat(ids("?status=400")).containsExactly(2, 3, 5, 6);
        assertThat(ids("?status=400&error_code=46007")).containsExactly(3);
        assertThat(ids("?limit=2")).containsExactly(5, 6);
        assertThat(ids("?since=2&limit=2")).containsExactly(3, 4);
        assertThat(ids("?since=6")).isEmpty();
    }

    @Test
    void itIsClearedOnRequestAndWithTheSpace() {
        space.send("DELETE", "/_dmock/journal");
        assertThat(ids("")).isEmpty();
        space.get("/api/v1/tasks");
        assertThat(ids("")).containsExactly(7);
        space.send("POST", "/_dmock/reset");
        assertThat(ids("")).isEmpty();
        space.get("/api/v1/tasks");
        space.start("{}");
        assertThat(ids("")).isEmpty();
    }

    /** As the client saw them: the error that it got, the answer that it did not get, the beginning of one. */
    @Test
    void faultsAreSeenAsTheClientSawThem() {
        space.send("DELETE", "/_dmock/journal");
        space.send("POST", "/_dmock/faults", "{\"fault\":\"http-status\",\"status\":503,\"times\":1}");
        space.answer("GET", "/api/v1/tasks", 503);
        JsonNode refused = space.get("/_dmock/journal").at("/entries/0");
        assertThat(refused.at("/answer/status").intValue()).isEqualTo(503);
        assertThat(refused.get("operationId").asString()).isEqualTo("DMAPIGetTaskList");

        space.send("POST", "/_dmock/faults", "{\"fault\":\"http-drop\"}");
        assertThatThrownBy(() -> space.get("/api/v1/sources")).isInstanceOf(UncheckedIOException.class);
        space.send("DELETE", "/_dmock/faults");
        JsonNode dropped =
                space.get("/_dmock/journal?operationId=DMAPIGetSourceList").at("/entries/0");
        assertThat(dropped.has("answer")).isFalse();

        space.send("POST", "/_dmock/faults", "{\"fault\":\"http-truncate\",\"bytes\":3}");
        assertThatThrownBy(() -> space.get("/api/v1/cluster/workers")).isInstanceOf(UncheckedIOException.class);
        space.send("DELETE", "/_dmock/faults");
        JsonNode cut = space.get("/_dmock/journal?operationId=DMAPIGetClusterWorkerList")
                .at("/entries/0");
        assertThat(cut.at("/answer/status").intValue()).isEqualTo(200);
        assertThat(cut.at("/answer/body").asString()).isEqualTo("{\"d");
    }

    private JsonNode verify(String expected) {
        return space.send("POST", "/_dmock/journal/verify", expected);
    }

    @Test
    void expectationsAreVerified() {
        assertThat(verify("{\"operationId\":\"DMAPICreateSource\",\"times\":3}")
                        .get("matched")
                        .booleanValue())
                .isTrue();
        assertThat(verify("{\"operationId\":\"DMAPICreateSource\",\"status\":201,\"times\":1}")
                        .get("entries")
                        .toString())
                .isEqualTo("[1]");
        assertThat(verify("{\"method\":\"PUT\",\"times\":0}").get("matched").booleanValue())
                .isTrue();
        JsonNode tooMany = verify("{\"method\":\"POST\",\"atMost\":1}");
        assertThat(tooMany.get("matched").booleanValue()).isFalse();
        assertThat(tooMany.get("count").intValue()).isEqualTo(3);
    }

    @Test
    void whatComesClosestIsTold() {
        JsonNode result = verify("""
                {"operationId": "DMAPICreateSource", "body": {"source_name": "s3", "port": 3306}, "status": 201}""");

        assertThat(result.get("matched").booleanValue()).isFalse();
        assertThat(result.get("count").intValue()).isZero();
        assertThat(result.at("/nearMisses/0").toString()).isEqualTo("""
                {"id":1,"method":"POST","path":"/api/v1/sources","differences":[\
                {"field":"body.source_name","expected":"s3","actual":"s1"}]}""");
        assertThat(result.at("/nearMisses/1/differences").size()).isEqualTo(2);
    }

    /** The error of a paused task is part of an answer, too, but not the answer itself. */
    @Test
    void coverageFindsErrorsInTheStatusOfATask() {
        space.start("{\"api\": \"v8.1\"}");
        space.send("POST", "/api/v1/sources", """
                {"source": {"source_name": "s1", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "",
                 "enable_gtid": false, "enable": true}}""");
        space.createTask("t", "all", "s1");
        space.send("POST", "/api/v1/tasks/t/start", "{}");
        space.send("POST", "/_dmock/faults", "{\"fault\": \"binlog-purged\"}");
        assertThat(space.get("/_dmock/coverage")
                        .get("errorCodesNever")
                        .valueStream()
                        .map(JsonNode::intValue))
                .contains(36069);
        space.get("/api/v1/tasks/t/status");

        JsonNode coverage = space.get("/_dmock/coverage");
        assertThat(coverage.at("/errorCodes/36069").intValue()).isEqualTo(1);
        assertThat(coverage.get("errorCodesNever").valueStream().map(JsonNode::intValue))
                .doesNotContain(36069);
        assertThat(space.get("/_dmock/journal?error_code=36069").get("total").intValue())
                .isZero();
    }

    @Test
    void coverageCountsWhatWasCalledAndListsWhatWasNot() {
        JsonNode coverage = space.get("/_dmock/coverage");

        assertThat(coverage.get("exercised").toString()).isEqualTo("""
                [{"operationId":"DMAPIOfflineMasterNode","method":"DELETE",\
                "path":"/api/v1/cluster/masters/{master-name}","calls":1,"statuses":{"400":1}},\
                {"operationId":"DMAPIGetSourceList","method":"GET","path":"/api/v1/sources","calls":1,\
                "statuses":{"200":1}},\
                {"operationId":"DMAPICreateSource","method":"POST","path":"/api/v1/sources","calls":3,\
                "statuses":{"201":1,"400":2}}]""");
        assertThat(coverage.get("unknown").intValue()).isEqualTo(1);
        assertThat(coverage.get("errorCodes").toString()).isEqualTo("{\"0\":2,\"38048\":1,\"46007\":1}");
        assertThat(coverage.get("never")
                        .valueStream()
                        .map(o -> o.get("operationId").asString()))
                .contains("DMAPIGetTaskList", "DMAPIOfflineWorkerNode")
                .doesNotContain("DMAPICreateSource");
        assertThat(coverage.get("errorCodesNever").valueStream().map(JsonNode::intValue))
                .contains(46008, 10001)
                .doesNotContain(38048, 46007);

        space.send("POST", "/_dmock/reset");
        assertThat(space.get("/_dmock/coverage").get("exercised").size()).isEqualTo(3);
        assertThat(space.get("/_dmock/coverage?allSpaces=true").get("exercised").size())
                .isGreaterThanOrEqualTo(3);
        space.send("DELETE", "/_dmock/coverage");
        assertThat(space.get("/_dmock/coverage").get("exercised").size()).isZero();
    }
}
