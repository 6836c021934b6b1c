package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** However many spaces are at work beside it, a space comes to the same facts, to the last one, as alone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ChaosTests {

    private static final int SPACES = 50;
    private static final int AT_ONCE = 16;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    @LocalServerPort
    private int port;

    @Test
    void aSpaceIsNotDisturbedByOthers() throws Exception {
        String alone = life("alone");
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<String>> all = IntStream.range(0, SPACES)
                .mapToObj(i -> clients.submit(() -> life("chaos" + i)))
                .toList();
        for (Future<String> one : all) {
            assertThat(firstDifference(alone, one.get())).isEmpty();
        }
        clients.shutdown();
    }

    /** A whole life of a cluster; what comes out is all its facts, with the time since it began in place of dates. */
    private String life(String name) {
        TestSpace space = new TestSpace(port, name);
        space.start("{\"pace\": \"manual\", \"seed\": 7, \"workers\": 4}");
        space.createSource("s1", 3306);
        space.createSource("s2", 3307);
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (101), (102)");
        space.createTask("t1", "all", "s1", "s2");
        space.createTask("t2", "full", "s1");
        arm(space, "\"fault\": \"slow-load\", \"on\": {\"task\": \"t2\"}, \"lag\": \"PT7S\"");
        arm(
                space,
                "\"fault\": \"upstream-unreachable\", \"on\": {\"source\": \"s1\"}, \"probability\": 0.4, \"after\": \"PT20S\"");
        arm(
                space,
                "\"fault\": \"worker-offline\", \"on\": {\"worker\": \"worker3\"}, \"after\": \"PT12S\", \"for\": \"PT1M\"");
        arm(space, "\"fault\": \"http-status\", \"on\": {\"operation\": \"DMAPIGetSourceList\"}, \"probability\": 0.5");
        space.advance("PT0.3S");
        space.send("PATCH", "/_dmock/world", "{\"worker_offline\": \"worker2\"}");
        space.advance("PT10S");
        space.get("/api/v1/tasks/t1/status");
        for (int i = 0; i < 5; i++) {
            space.ask("/api/v1/sources");
        }
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (103)");
        space.sql(3306, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.advance("PT5S");
        space.send("PATCH", "/api/v1/tasks/t1/pause", "[\"s2\"]");
        space.sql(3307, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.advance("PT5S");
        space.send("PATCH", "/api/v1/tasks/t1/resume", "[\"s2\"]");
        space.advance("PT1M");
        space.sql(4000, "DROP TABLE db1.table1");
        space.sql(3307, "INSERT INTO db1.table1 (id, extra) VALUES (901, 1)");
        space.advance("PT30M");
        space.send("PATCH", "/_dmock/world", "{\"worker_online\": \"worker2\"}");
        space.send("DELETE", "/api/v1/tasks/t2");
        space.refused("POST", "/api/v1/sources", "{}");
        space.send("PATCH", "/_dmock/world", "{\"master_offline\": \"master1\"}");
        space.advance("PT1H");
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"end\"}");
        JsonNode end = space.get("/_dmock/snapshots/end?secrets=true");
        return sinceTheBeginning(end);
    }

    private static void arm(TestSpace space, String fault) {
        space.send("POST", "/_dmock/faults", "{" + fault + "}");
    }

    static String sinceTheBeginning(JsonNode snapshot) {
        Instant beginning = Instant.parse(snapshot.at("/facts/note/0/at").asString());
        return INSTANT.matcher(snapshot.toString()).replaceAll(at -> since(beginning, Instant.parse(at.group())));
    }

    private static String since(Instant beginning, Instant at) {
        return at.equals(Instant.EPOCH)
                ? "never"
                : Duration.between(beginning, at).toString();
    }

    /** Both would be too long to be shown. */
    private static String firstDifference(String expected, String actual) {
        if (expected.equals(actual)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 200);
        return expected.substring(from, Math.min(expected.length(), at + 50))
                + "\n<- alone | among others ->\n"
                + actual.substring(from, Math.min(actual.length(), at + 50));
    }
}
