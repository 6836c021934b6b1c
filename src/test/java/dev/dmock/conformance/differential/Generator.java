package dev.dmock.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a random conversation of a seed: two sources, a task, and then changes of all kinds, each looked at afterwards. */
final class Generator {

    private static final int MOST_MOVES = 10;

    private final Chance chance;
    private final boolean v8;
    private final RandomSql sql;
    private final RandomBodies bodies;
    private final List<ObjectNode> steps = new ArrayList<>();

    private Generator(long seed, boolean v8) {
        this.chance = new Chance(new Random(seed).nextLong());
        this.v8 = v8;
        this.sql = new RandomSql(chance);
        this.bodies = new RandomBodies(chance, v8);
    }

    static Conversation conversation(String api, long seed) {
        Generator generator = new Generator(seed, api.startsWith("v8"));
        ObjectNode world = RandomWorld.of(api, generator.chance);
        generator.begin();
        int moves = 2 + generator.chance.below(MOST_MOVES - 1);
        for (int i = 0; i < moves; i++) {
            generator.move();
        }
        return new Conversation("seed-" + seed, world, generator.steps);
    }

    /** v5.3 does not let a client choose workers: what the first source went to is kept under a name. */
    private void begin() {
        steps.add(Steps.send("POST", "/sources", bodies.source(1)));
        ObjectNode bound = Steps.get("/sources/source-1/status");
        bound.putObject("capture").put("w", "data.0.worker_name");
        steps.add(bound);
        boolean both = chance.oneIn(2);
        if (both) {
            steps.add(Steps.send("POST", "/sources", bodies.source(2)));
        }
        List<Integer> sources = both && chance.oneIn(2) ? List.of(1, 2) : List.of(1);
        createTask("task-1", chance.oneIn(5) ? bodies.task("task-1", sources) : bodies.plainTask("task-1", sources));
    }

    private void move() {
        switch (chance.below(14)) {
            case 0, 1, 2, 12, 13 ->
                change(Steps.sql(chance.oneIn(5) ? RandomWorld.SECOND : RandomWorld.FIRST, sql.change()));
            case 3 -> change(Steps.sql(RandomWorld.TARGET, sql.change()));
            case 4, 5 -> operateTask();
            case 6 -> relay();
            case 7 -> structure();
            case 8 -> outage();
            case 9 -> source();
            case 10 -> anotherTask();
            default -> look();
        }
    }

    private void change(ObjectNode change) {
        steps.addAll(Steps.then(change, Steps.get("/tasks/task-1/status")));
    }

    private void createTask(String name, ObjectNode body) {
        steps.add(Steps.send("POST", "/tasks", body));
        if (v8) {
            steps.add(Steps.send("POST", "/tasks/" + name + "/start", Steps.object()));
        }
        steps.add(Steps.settle(3));
        steps.add(Steps.get("/tasks/" + name + "/status"));
    }

    private void anotherTask() {
        String name = chance.of("task-1", "task-2");
        createTask(name, bodies.task(name, chance.oneIn(3) ? List.of(1, 2) : List.of(1)));
    }

    private void operateTask() {
        String task = "/tasks/" + (chance.oneIn(8) ? "none" : "task-1");
        ObjectNode operation = switch (chance.below(5)) {
            case 0, 1 -> stop(task);
            case 2, 3 -> start(task);
            default -> Steps.send("DELETE", task + (chance.oneIn(2) ? "?force=true" : ""));
        };
        change(operation);
    }

    private ObjectNode stop(String task) {
        return v8
                ? Steps.send("POST", task + "/stop", Steps.object())
                : Steps.send("POST", task + "/pause", names("source-1"));
    }

    private ObjectNode start(String task) {
        return v8
                ? Steps.send("POST", task + "/start", Steps.object().put("remove_meta", chance.oneIn(3)))
                : Steps.send("POST", task + "/resume", names(chance.of("source-1", "none")));
    }

    private static ArrayNode names(String name) {
        return Steps.object().arrayNode().add(name);
    }

    private void relay() {
        String source = "/sources/" + (chance.oneIn(8) ? "none" : "source-1");
        ObjectNode workers = Steps.object();
        if (!v8 || chance.oneIn(2)) {
            workers.putArray("worker_name_list").add(chance.oneIn(5) ? "none" : "{{w}}");
        }
        ObjectNode start = workers.deepCopy();
        if (chance.oneIn(3)) {
            start.put("relay_binlog_name", chance.of("mysql-bin.000001", "mysql-bin.000009", "x"));
        }
        ObjectNode request = switch (chance.below(5)) {
            case 0, 1 -> Steps.send("POST", source + (v8 ? "/relay/enable" : "/start-relay"), start);
            case 2 -> Steps.send("POST", source + (v8 ? "/relay/disable" : "/stop-relay"), workers);
            case 3 ->
                v8
                        ? Steps.send(
                                "POST",
                                source + "/relay/purge",
                                Steps.json("{'relay_binlog_name': 'mysql-bin.000001'}"))
                        : Steps.send("POST", source + "/pause-relay");
            default ->
                v8
                        ? Steps.send("POST", source + chance.of("/enable", "/disable"))
                        : Steps.send("POST", source + "/resume-relay");
        };
        steps.addAll(Steps.then(request, Steps.get("/sources/source-1/status")));
    }

    private void structure() {
        String schemas = "/tasks/task-1/sources/source-1/schemas";
        String table = schemas + "/db1/" + chance.of("t1", "t2", "none");
        steps.add(Steps.get(schemas));
        steps.add(Steps.get(schemas + "/db1"));
        steps.add(
                switch (chance.below(4)) {
                    case 0 -> Steps.send("DELETE", table);
                    case 1 -> Steps.send("PUT", table, bodies.structure("t1"));
                    default -> Steps.get(table);
                });
        steps.add(Steps.get(table));
    }

    /** A worker or a server goes away, something is asked, and it comes back. */
    private void outage() {
        boolean worker = chance.oneIn(2);
        String kind = worker ? "worker" : "server";
        String name = worker ? chance.of("{{w}}", "worker3") : chance.of(RandomWorld.FIRST, RandomWorld.TARGET);
        change(Steps.event(kind + "_offline", name));
        move();
        change(Steps.event(kind + "_online", name));
    }

    private void source() {
        switch (chance.below(5)) {
            case 0 -> steps.add(Steps.send("DELETE", "/sources/source-1" + (chance.oneIn(2) ? "?force=true" : "")));
            case 1 ->
                steps.addAll(Steps.then(
                        Steps.send(
                                "POST",
                                "/sources/source-1/transfer",
                                Steps.object().put("worker_name", chance.of("worker3", "none"))),
                        Steps.get("/tasks/task-1/status")));
            case 2 ->
                steps.add(Steps.sendText(
                        "POST",
                        "/sources",
                        chance.of("application/json", "application/json;charset=gbk", "text/plain", "APPLICATION/JSON"),
                        chance.of("", "{", "[]", "{\"port\": 3306.0}", "\ufeff{}", "{\"a\":1} x")));
            default -> steps.add(Steps.send("POST", "/sources", bodies.oddSource()));
        }
        steps.add(Steps.get("/sources?with_status=" + chance.of("true", "false", "1", "maybe")));
    }

    private void look() {
        List<String> paths = new ArrayList<>(List.of(
                "/sources",
                "/tasks",
                "/tasks/task-1/status?source_name_list=" + chance.of("source-1", "none"),
                "/sources/source-1/schemas",
                "/sources/source-1/schemas/" + chance.of("db1", "none", "%60select%60", "information_schema"),
                "/cluster/masters"));
        if (v8) {
            paths.addAll(List.of(
                    "/tasks?with_status=true",
                    "/tasks/task-1",
                    "/sources/source-1",
                    "/tasks/task-1/sources/source-1/migrate_targets"));
        }
        steps.add(Steps.get(chance.of(paths)));
    }
}
