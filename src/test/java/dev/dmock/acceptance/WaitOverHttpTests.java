package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A client can wait for what it wants to see; and the timeline says afterwards how it came to that. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WaitOverHttpTests {

    @LocalServerPort
    private int port;

    private TestSpace space(String pace) {
        TestSpace space = new TestSpace(port, "wait-" + UUID.randomUUID());
        space.start("{\"pace\": \"" + pace + "\"}");
        space.createSource("s1", 3306);
        return space;
    }

    private static CompletableFuture<JsonNode> waiting(TestSpace space, String query) {
        return CompletableFuture.supplyAsync(() -> space.get("/_dmock/wait?timeout=PT30S&" + query));
    }

    private static JsonNode soon(CompletableFuture<JsonNode> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void atRealPaceTheAnswerComesWhenItIsSo() throws Exception {
        TestSpace space = space("real");
        CompletableFuture<JsonNode> synced = waiting(space, "task=t1&stage=running&unit=Sync&synced=true");
        space.createTask("t1", "all", "s1");

        JsonNode answer = soon(synced);
        assertThat(answer.get("met").booleanValue()).isTrue();
        assertThat(answer.get("subtasks").toString())
                .isEqualTo("""
                [{"task":"t1","source":"s1","worker":"%s","stage":"Running","unit":"Sync","synced":true}]""".formatted(answer.at("/subtasks/0/worker").asString()));
    }

    @Test
    void whileTheClockStandsItComesWhenTimeIsPutForward() throws Exception {
        TestSpace space = space("manual");
        space.createTask("t1", "all", "s1");
        assertThat(space.get("/_dmock/wait?task=t1&unit=Sync&timeout=PT0.2S").toString())
                .startsWith("{\"met\":false,\"now\":")
                .contains("\"unit\":\"Dump\"");
        CompletableFuture<JsonNode> synced = waiting(space, "task=t1&unit=Sync");
        space.advance("PT1M");

        assertThat(soon(synced).get("met").booleanValue()).isTrue();
    }

    @Test
    void aSourceCanBeWaitedForUntilItIsBound() throws Exception {
        TestSpace space = new TestSpace(port, "wait-" + UUID.randomUUID());
        space.start("{\"workers\": 1}");
        space.send("PATCH", "/_dmock/world", "{\"worker_offline\": \"worker1\"}");
        space.createSource("s1", 3306);
        assertThat(space.get("/_dmock/wait?source=s1&bound=false").get("source").toString())
                .isEqualTo("{\"name\":\"s1\",\"bound\":false,\"worker\":null}");
        CompletableFuture<JsonNode> bound = waiting(space, "source=s1");
        CompletableFuture<JsonNode> worker = waiting(space, "worker=worker1&stage=bound&source=s1");
        space.send("PATCH", "/_dmock/world", "{\"worker_online\": \"worker1\"}");

        assertThat(soon(bound).get("source").toString())
                .isEqualTo("{\"name\":\"s1\",\"bound\":true,\"worker\":\"worker1\"}");
        assertThat(soon(worker).get("worker").toString())
                .isEqualTo("{\"name\":\"worker1\",\"stage\":\"bound\",\"source\":\"s1\"}");
    }

    @Test
    void anErrorIsPartOfWhatIsSeen() {
        TestSpace space = space("instant");
        space.createTask("t1", "all", "s1");
        space.sql(4000, "DROP TABLE db1.table1");
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (77)");

        JsonNode answer = space.get("/_dmock/wait?task=t1&source=s1&stage=Paused");
        assertThat(answer.get("met").booleanValue()).as(answer.toString()).isTrue();
        assertThat(answer.at("/subtasks/0/error").asString()).contains("db1.table1");
    }

    @Test
    void theTimelineSaysWhyEachTransitionHappened() {
        TestSpace space = space("manual");
        String worker = space.get("/_dmock/wait?source=s1").at("/source/worker").asString();
        space.createTask("t1", "all", "s1");
        space.advance("PT1M");
        space.send("PATCH", "/_dmock/world", "{\"worker_offline\": \"" + worker + "\"}");
        space.send("PATCH", "/api/v1/tasks/t1/pause", "[\"s1\"]");
        space.sql(4000, "DROP TABLE db1.table1");
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (77)");
        space.send("PATCH", "/api/v1/tasks/t1/resume", "[\"s1\"]");
        space.advance("PT1S");

        JsonNode timeline = space.get("/_dmock/timeline");
        String next = space.get("/_dmock/wait?source=s1").at("/source/worker").asString();
        assertThat(timeline.get("dropped").intValue()).isZero();
        assertThat(timeline.get("entries")
                        .valueStream()
                        .map(e ->
                                e.get("event").asString() + " " + e.path("from").asString("") + ">"
                                        + e.path("to").asString("")))
                .containsExactly(
                        "world >laid",
                        "binding >" + worker,
                        "subtask >made",
                        "subtask New>meant to run",
                        "stage New>Running",
                        "clock >advanced by PT1M",
                        "unit Dump>Load",
                        "unit Load>Sync",
                        "member >offline",
                        "binding " + worker + ">",
                        "binding >" + next,
                        "stage Running>Paused",
                        "world >DROP TABLE db1.table1",
                        "world >INSERT INTO db1.table1 (id) VALUES (77)",
                        "subtask Paused>meant to run",
                        "stage Paused>Running",
                        "clock >advanced by PT1S",
                        "stage Running>Paused");
        JsonNode last = timeline.get("entries").get(timeline.get("entries").size() - 1);
        assertThat(last.get("cause").asString()).contains("db1.table1").contains("tried again at");
        assertThat(last.get("about").toString()).isEqualTo("{\"task\":\"t1\",\"source\":\"s1\"}");
        assertThat(space.get("/_dmock/timeline?task=t1").get("entries").size()).isEqualTo(9);
        assertThat(space.get("/_dmock/timeline?since=16").get("entries").size()).isEqualTo(2);
    }
}
