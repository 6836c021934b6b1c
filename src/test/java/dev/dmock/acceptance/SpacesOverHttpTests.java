package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Spaces are made, listed, used beside each other, and dropped. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SpacesOverHttpTests {

    @LocalServerPort
    private int port;

    private TestSpace any() {
        return new TestSpace(port, "any");
    }

    @Test
    void aSpaceIsMadeAndMadeAnewAndDropped() {
        JsonNode made = any().answer("PUT", "/_dmock/spaces/made", 201);
        assertThat(made.toString())
                .isEqualTo("{\"name\":\"made\",\"api\":\"docs\",\"pace\":\"instant\",\"sources\":0,\"tasks\":0}");
        TestSpace space = new TestSpace(port, "made");
        space.createSource("s1", 3306);
        space.createSource("s2", 3307);
        space.createTask("t1", "all", "s1", "s2");
        space.createTask("t2", "full", "s1");
        assertThat(any().get("/_dmock/spaces/made").toString()).contains("\"sources\":2,\"tasks\":2");

        assertThat(any().send("PUT", "/_dmock/spaces/made", "{\"api\":\"v8.5\",\"pace\":\"manual\"}")
                        .toString())
                .isEqualTo("{\"name\":\"made\",\"api\":\"v8.5\",\"pace\":\"manual\",\"sources\":0,\"tasks\":0}");
        space.send("PUT", "/_dmock/world", "{\"workers\":7}");
        assertThat(space.send("POST", "/_dmock/reset").toString())
                .contains("\"api\":\"v8.5\"")
                .contains("\"workers\":3");

        any().answer("DELETE", "/_dmock/spaces/made", 204);
        any().answer("DELETE", "/_dmock/spaces/made", 404);
        any().answer("GET", "/_dmock/spaces/made", 404);
    }

    @Test
    void spacesAreListed() {
        new TestSpace(port, "listed").get("/api/v1/sources");

        List<String> names = any().get("/_dmock/spaces")
                .get("spaces")
                .valueStream()
                .map(space -> space.get("name").asString())
                .toList();
        assertThat(names).contains("listed").isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /_dmock/spaces/x       | {\"api\": \"v9\"}           | api",
                "PUT    | /_dmock/spaces/x       | {\"wokers\": 1}             | wokers",
                "PUT    | /_dmock/spaces/x       | {                           | ''",
                "PUT    | /_dmock/spaces/.x      | {}                          | name",
                "DELETE | /_dmock/spaces/default | {}                          | name",
                "POST   | /_dmock/clock          | {\"freeze\": 1}             | freeze",
                "POST   | /_dmock/clock          | {\"freeze\": \"yes\"}       | freeze",
                "POST   | /_dmock/clock          | {\"frezee\": true}          | frezee",
                "POST   | /_dmock/clock          | {\"advance\": \"1h\"}       | advance",
                "POST   | /_dmock/clock          | {\"advance\": 1}            | advance",
                "POST   | /_dmock/clock          | {\"advance\": \"-PT1H\"}    | advance",
                "POST   | /_dmock/clock          | {}                          | ''",
                "POST   | /_dmock/clock          | []                          | ''",
                "POST   | /_dmock/clock          | {\"advance\": \"PT1H\", \"resume\": null} | resume",
                "POST   | /_dmock/clock          | {\"advance\": \"PT1H\", \"freeze\": false} | ''",
                "POST   | /_dmock/clock          | {\"freeze\":true,\"freeze\":true} | ''",
                "POST   | /_dmock/snapshots      | {}                          | name",
                "POST   | /_dmock/snapshots      | {\"name\": \"a/b\"}         | name",
                "POST   | /_dmock/snapshots      | {\"name\": 1}             | name",
                "PATCH  | /_dmock/world          | {\"leader\": \"master9\"}   | leader",
                "PATCH  | /_dmock/world          | {\"master_offline\": \"master9\"} | master_offline",
                "PATCH  | /_dmock/world          | {\"worker_offline\": \"worker9\"} | worker_offline",
                "PATCH  | /_dmock/world          | {\"worker_online\": \"worker\"} | worker_online",
                "PATCH  | /_dmock/world          | {\"pace\": \"manual\", \"settle\": -1} | settle",
                "PATCH  | /_dmock/world          | {\"pace\": \"manual\", \"worker_offline\": \"worker9\"} | worker_offline",
                "PATCH  | /_dmock/world          | {\"pace\": \"manual\", \"sql\": {\"address\": \"127.0.0.1:4000\", \"statements\": [\"DROP DATABASE none\"]}} | sql.statements[0]",
                "PUT    | /_dmock/world          | {\"upstreams\": [{\"address\": \"h:1\", \"rows\": {\"d\": {\"t\": 1}}}]} | upstreams[0].rows.d.t",
                "PUT    | /_dmock/world          | {\"upstreams\": [{\"address\": \"h:1\", \"rows\": {\"d\": {\"t\": \"1\"}}}]} | upstreams[0].rows.d.t",
                "PUT    | /_dmock/snapshots/x    | {}                          | format",
                "POST   | /_dmock/journal/verify | {\"times\": -1}             | times",
                "POST   | /_dmock/journal/verify | {\"times\": 1, \"atMost\": 2} | times",
                "POST   | /_dmock/journal/verify | {\"times\": 1, \"atMost\": null} | atMost",
                "POST   | /_dmock/journal/verify | {\"error_code\": null}     | error_code",
                "POST   | /_dmock/journal/verify | {\"status\": \"200\"}       | status",
                "POST   | /_dmock/journal/verify | {\"path\": \"/{\"}          | path",
                "POST   | /_dmock/journal/verify | {\"operation\": \"x\"}      | operation",
                "POST   | /_dmock/journal/verify | {\"operationId\": \"DMAPICreateSorce\", \"times\": 0} | operationId",
                "POST   | /_dmock/journal/verify | {\"method\": \"PSOT\", \"times\": 0} | method",
                "POST   | /_dmock/journal/verify | {\"method\": 1}             | method",
                "POST   | /_dmock/journal/verify | {\"path\": \"api/v1/sources\", \"times\": 0} | path",
                "POST   | /_dmock/journal/verify | {\"status\": 20, \"times\": 0} | status",
                "POST   | /_dmock/journal/verify | {\"since\": -1}             | since",
                "POST   | /_dmock/journal/verify | {\"atLeast\": 3, \"atMost\": 2} | atMost",
                "GET    | /_dmock/journal?operationId=DMAPICreateSorce | {} | operationId",
                "GET    | /_dmock/journal?status=200&status=400 | {}         | status",
                "GET    | /_dmock/journal?%ZZ=1  | {}                        | ''",
                "GET    | /_dmock/journal?stat=1 | {}                          | stat",
                "GET    | /_dmock/journal?limit=-1 | {}                        | limit",
                "GET    | /_dmock/journal?status=x | {}                        | status",
                "GET    | /_dmock/journal?status=0xC8 | {}                     | status",
                "GET    | /_dmock/journal?limit=   | {}                        | limit",
                "GET    | /_dmock/journal?since=%201 | {}                      | since",
                "GET    | /_dmock/coverage?allSpaces=1 | {}                    | allSpaces",
                "GET    | /_dmock/coverage?allSpaces=  | {}                    | allSpaces",
                "GET    | /_dmock/snapshots/x?secrets=yes | {}                 | secrets",
                "GET    | /_dmock/wait?task=t&synced=on   | {}                 | synced",
                "GET    | /_dmock/wait           | {}                          | ''",
                "GET    | /_dmock/wait?task=t&bound=true   | {}                | bound",
                "GET    | /_dmock/wait?source=s&synced=true | {}               | synced",
                "GET    | /_dmock/wait?task=t&stage=Gone   | {}                | stage",
                "GET    | /_dmock/wait?task=t&timeout=10   | {}                | timeout",
                "GET    | /_dmock/wait?task=t&timeout=PT1H | {}                | timeout",
                "GET    | /_dmock/wait?task=     | {}                        | task",
                "GET    | /_dmock/wait?task=t&task=u       | {}                | task",
                "GET    | /_dmock/timeline?since=x         | {}                | since",
                "GET    | /_dmock/timeline?since=-1        | {}                | since",
            })
    void whatCannotBeRightIsRefusedWithThePath(String method, String path, String body, String field) {
        TestSpace space = new TestSpace(port, "refusing");
        String before = space.everything();

        JsonNode answer = space.refused(method, path, body);

        assertThat(answer.propertyNames()).containsExactly("path", "error");
        assertThat(answer.get("path").asString()).isEqualTo(field);
        assertThat(withoutTime(space.everything())).isEqualTo(withoutTime(before));
    }

    /** An instant is written with four digits for its year, as the document says. */
    @Test
    void aClockDoesNotGoOnForEver() {
        TestSpace space = new TestSpace(port, "far-future");
        space.send("PUT", "/_dmock/snapshots/x", """
                {"format": 1, "at": "8999-01-01T00:00:00Z", "facts": {"settings": [{"api": "docs", "pace": "instant",
                 "clock": {"shift": "PT0S", "frozenAt": null}, "seed": 0, "startWorld": "{}"}]}}""");
        space.send("POST", "/_dmock/snapshots/x/restore");

        JsonNode tooFar = space.refused("POST", "/_dmock/clock", "{\"advance\": \"P366D\"}");
        assertThat(tooFar.get("path").asString()).isEqualTo("advance");
        JsonNode waited = space.refused("PATCH", "/_dmock/world", "{\"settle\": 31622400}");
        assertThat(waited.get("path").asString()).isEqualTo("settle");
        assertThat(space.send("POST", "/_dmock/clock", "{\"advance\": \"P364D\"}")
                        .get("now")
                        .asString())
                .startsWith("8999-12-31T");
    }

    private static String withoutTime(String text) {
        return text.replaceAll("\"now\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /_dmock/nowhere, 404",
        "DELETE, /_dmock/clock, 405",
        "TRACE, /_dmock/clock, 405",
        "DELETE, /_dmock/faults/catalogue, 405",
        "GET, /_dmock/faults/none, 404",
        "GET, /_dmock/snapshots/none, 404",
        "POST, /_dmock/snapshots/none/restore, 404",
        "DELETE, /_dmock/snapshots/none, 404",
    })
    void whatIsNotThereIsSaid(String method, String path, int status) {
        JsonNode answer = any().answer(method, path, status);

        assertThat(answer.propertyNames()).containsExactly("path", "error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRACE   | /_dmock/clock            | GET,POST",
                "DELETE  | /_dmock/clock            | GET,POST",
                "DELETE  | /_dmock/faults/catalogue | GET",
                "POST    | /_dmock/faults/fault-1   | GET,DELETE",
            })
    void theMethodsOfAPathAreNamed(String method, String path, String methods) {
        Reply reply = new WireClient().sendOnce(Call.of(method, "http://127.0.0.1:" + port, path));

        assertThat(reply.header("Allow").split(", ?"))
                .contains(methods.split(","))
                .doesNotContain(method);
    }

    @Test
    void aNameThatNoSpaceCanHaveIsRefusedHoweverItIsSaid() {
        String base = "http://127.0.0.1:" + port;
        WireClient client = new WireClient();
        for (Call call : List.of(
                Call.of("GET", base, "/_dmock/spaces/my%20test/api/v1/sources"),
                Call.of("GET", base, "/_dmock/spaces/.x/_dmock/clock"),
                new Call("GET", base, "/api/v1/sources", Map.of("X-DMock-Space", "my test"), null))) {
            Reply reply = client.sendOnce(call);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(CaseJson.read(reply.text()).propertyNames()).containsExactly("path", "error");
        }
    }

    @Test
    void manySpacesAreUsedAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<Integer>> counts = IntStream.range(0, 300)
                .mapToObj(i -> clients.submit(() -> {
                    TestSpace space = new TestSpace(port, "many" + i % 100);
                    space.createSource("s" + i, 3306);
                    return space.get("/api/v1/sources").get("total").intValue();
                }))
                .toList();
        for (Future<Integer> count : counts) {
            assertThat(count.get()).isBetween(1, 3);
        }
        clients.shutdown();
        for (int i = 0; i < 100; i++) {
            TestSpace space = new TestSpace(port, "many" + i);
            assertThat(space.get("/api/v1/sources").get("total").intValue()).isEqualTo(3);
        }
    }
}
