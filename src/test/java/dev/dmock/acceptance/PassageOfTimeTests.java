package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * However an hour passes, in one step, in sixty or at random ones between which everything is looked at, all facts of a
 * space are the same after it, and so is what its timeline says of how it came to them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PassageOfTimeTests {

    private static final AtomicInteger SPACES = new AtomicInteger();
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Map<String, Consumer<TestSpace>> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("a task from its beginning", PassageOfTimeTests::aTask);
        SCENES.put("a lock between shards", PassageOfTimeTests::aLock);
        SCENES.put("a failure that is tried again", PassageOfTimeTests::aFailure);
        SCENES.put("a worker whose lease ends", PassageOfTimeTests::aLostWorker);
        SCENES.put("faults that come and go", PassageOfTimeTests::faults);
        SCENES.put("a long load and a lag", PassageOfTimeTests::slowUnits);
    }

    @LocalServerPort
    private int port;

    private static void aTask(TestSpace space) {
        space.createTask("t1", "all", "s1", "s2");
        space.createTask("t2", "full", "s2");
    }

    private static void aLock(TestSpace space) {
        aTask(space);
        space.advance("PT1M");
        space.sql(3306, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.sql(3306, "INSERT INTO db1.table1 (id, extra) VALUES (11, 1)");
        space.advance("PT10S");
        space.sql(3307, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.sql(3307, "INSERT INTO db1.table1 (id, extra) VALUES (21, 1)");
    }

    private static void aFailure(TestSpace space) {
        aTask(space);
        space.advance("PT1M");
        space.sql(4000, "DROP TABLE db1.table1");
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (12)");
    }

    private static void aLostWorker(TestSpace space) {
        aTask(space);
        for (String worker : List.of("worker1", "worker2", "worker3")) {
            arm(space, "'fault': 'worker-offline', 'on': {'worker': '" + worker + "'}, 'after': 'PT5M', 'for': 'PT7M'");
        }
        space.sql(3307, "INSERT INTO db1.table1 (id) VALUES (22)");
    }

    private static void faults(TestSpace space) {
        aTask(space);
        space.send(
                "PATCH",
                "/api/v1/sources/s1/start-relay",
                "{\"worker_name_list\": [\"" + workerOf(space, "s1") + "\"]}");
        arm(
                space,
                "'fault': 'upstream-unreachable', 'on': {'source': 's1'}, 'probability': 0.6, 'after': 'PT9M', 'for': 'PT9M'");
        arm(space, "'fault': 'downstream-unreachable', 'after': 'PT31M', 'for': 'PT5M'");
        arm(space, "'fault': 'duplicate-entry-in-sync', 'after': 'PT2M', 'times': 1");
        arm(space, "'fault': 'relay-error', 'after': 'PT12M', 'for': 'PT10M', 'probability': 0.7");
        arm(space, "'fault': 'master-leader-change', 'after': 'PT3M'");
        space.advance("PT1M");
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (13)");
    }

    private static void slowUnits(TestSpace space) {
        arm(space, "'fault': 'slow-load', 'on': {'task': 't1'}, 'lag': 'PT20M'");
        arm(space, "'fault': 'slow-dump', 'on': {'task': 't2'}, 'lag': 'PT2H', 'for': 'PT45M'");
        arm(space, "'fault': 'slow-sync', 'lag': 'PT11M', 'after': 'PT2M', 'for': 'PT40M'");
        aTask(space);
        space.sql(3307, "INSERT INTO db1.table1 (id) VALUES (23)");
    }

    private static String workerOf(TestSpace space, String source) {
        return space.get("/api/v1/sources/" + source + "/status")
                .at("/data/0/worker_name")
                .asString();
    }

    private static void arm(TestSpace space, String fault) {
        space.send("POST", "/_dmock/faults", "{" + fault.replace('\'', '"') + "}");
    }

    @TestFactory
    Stream<DynamicTest> itDoesNotMatterHowAnHourPasses() {
        return SCENES.keySet().stream()
                .map(scene -> DynamicTest.dynamicTest(scene, () -> {
                    String atOnce = after(scene, List.of(HOUR));
                    assertThat(after(scene, inSteps(60))).as("in 60 steps").isEqualTo(atOnce);
                    for (long seed = 1; seed <= 3; seed++) {
                        assertThat(after(scene, atRandom(seed)))
                                .as("at random, seed " + seed)
                                .isEqualTo(atOnce);
                    }
                }));
    }

    private static List<Duration> inSteps(int count) {
        return Stream.generate(() -> HOUR.dividedBy(count)).limit(count).toList();
    }

    /** Many short steps and some long ones, of an hour together. */
    private static List<Duration> atRandom(long seed) {
        Random random = new Random(seed);
        List<Duration> steps = new ArrayList<>();
        Duration left = HOUR;
        while (!left.isZero()) {
            long most = 1L << (4 + random.nextInt(16));
            Duration step = Duration.ofMillis(1 + (long) (random.nextDouble() * most));
            step = step.compareTo(left) > 0 || steps.size() > 40 ? left : step;
            steps.add(step);
            left = left.minus(step);
        }
        return steps;
    }

    /** All facts after the steps, with the time since the beginning in place of dates. */
    private String after(String scene, List<Duration> steps) {
        TestSpace space = new TestSpace(port, "time-" + SPACES.incrementAndGet());
        space.start("{\"pace\": \"manual\", \"seed\": 5}");
        space.createSource("s1", 3306);
        space.createSource("s2", 3307);
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (10)");
        space.sql(3307, "INSERT INTO db1.table1 (id) VALUES (20)");
        SCENES.get(scene).accept(space);
        for (Duration step : steps) {
            space.advance(step.toString());
            if (step.getNano() != 0) {
                space.ask("/api/v1/tasks/t1/status");
                space.ask("/api/v1/sources?with_status=true");
            }
        }
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"end\"}");
        return ChaosTests.sinceTheBeginning(withoutSteps(space.get("/_dmock/snapshots/end?secrets=true")));
    }

    /** That the clock was put forward is a fact as well, and the only one that may differ. */
    private static JsonNode withoutSteps(JsonNode snapshot) {
        ObjectNode facts = (ObjectNode) snapshot.get("facts");
        List<JsonNode> others = facts.get("note")
                .valueStream()
                .filter(note -> !note.get("event").asString().equals("CLOCK"))
                .map(note -> ((ObjectNode) note).put("id", 0))
                .map(JsonNode.class::cast)
                .toList();
        facts.putArray("note").addAll(others);
        return snapshot;
    }
}
