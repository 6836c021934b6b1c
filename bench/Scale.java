import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What things cost as there are more of them; see {@code bench/run}, which starts this. Where one thing is touched, the
 * figures of a column should stay the same; where all are listed, the last column but one should.
 */
final class Scale {

    private static final int PORT = 19361;
    private static final int TRIES = 15;
    private static final int[] SIZES = {10, 100, 1_000, 10_000};
    private static final int[] SPACES = {1, 100, 1_000};
    private static final int SUBTASKS = 4;

    /** The world has so many workers at most; sources beyond have none, and no tasks. */
    private static final int WORKERS = 500;

    private final Server server;
    private final Client client;

    private Scale(Server server) {
        this.server = server;
        this.client = new Client(server.base());
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        for (Map.Entry<String, String> dmock : options.dmock.entrySet()) {
            System.out.println("## " + dmock.getKey() + "\n");
            try (Server server = start(options, dmock.getValue())) {
                new Scale(server).measureThings();
            }
            try (Server server = start(options, dmock.getValue())) { // its memory is of the spaces alone
                new Scale(server).measureSpaces();
            }
        }
        System.out.println(Machine.described());
    }

    private static Server start(Options options, String command) throws IOException {
        return Server.start(
                command.replace("$PORT", Integer.toString(PORT)),
                Map.of("SERVER_PORT", Integer.toString(PORT)),
                options.results().resolve("scale.log").toFile(),
                PORT,
                "/api/v1/sources");
    }

    private void measureThings() throws IOException {
        warm();
        System.out.println("| sources and tasks | create a source, ms | status of one | create a task | status of it |"
                + " delete it | delete the source | list sources | µs/KiB | list tasks with status | µs/KiB | MiB |");
        System.out.println("|---".repeat(12) + "|");
        for (int size : SIZES) {
            System.out.println(row(size, 1));
        }
        System.out.println("\n" + SUBTASKS + " subtasks each:\n");
        for (int size : SIZES) {
            System.out.println(row(size, SUBTASKS));
        }
    }

    private void measureSpaces() throws IOException {
        warm();
        System.out.println("\n| spaces | use one that is in use, ms | use each in turn | make one | MiB | CPU of 5 idle seconds, ms |");
        System.out.println("|---".repeat(6) + "|");
        for (int count : SPACES) {
            System.out.println(spaces(count));
        }
    }

    private void warm() throws IOException {
        for (int i = 0; i < 30; i++) {
            fill("/_dmock/spaces/warm", 5, 1);
            rate("/_dmock/spaces/warm/api/v1/tasks?with_status=true", 20);
        }
        client.send("DELETE", "/_dmock/spaces/warm", null);
    }

    /** A space of v8.1, which lists tasks with their status, with so many sources and tasks. */
    private void fill(String space, int size, int subtasks) throws IOException {
        client.send("PUT", space + "/_dmock/world", "{\"api\": \"v8.1\", \"workers\": " + Math.min(size, WORKERS) + "}");
        for (int i = 0; i < size; i++) {
            client.send("POST", space + "/api/v1/sources", source("s" + i));
        }
        for (int i = 0; i < size; i++) {
            create(space, "t" + i, i, Math.min(size, WORKERS), subtasks);
        }
    }

    private void create(String space, String task, int i, int sources, int subtasks) throws IOException {
        List<String> names = IntStream.range(0, Math.min(subtasks, sources))
                .mapToObj(k -> "s" + (i + k) % sources)
                .collect(Collectors.toList());
        client.send("POST", space + "/api/v1/tasks", task(task, names));
        client.send("POST", space + "/api/v1/tasks/" + task + "/start", "{}");
    }

    private String row(int size, int subtasks) throws IOException {
        String space = "/_dmock/spaces/scale";
        String api = space + "/api/v1";
        long begun = System.nanoTime();
        fill(space, size, subtasks);
        System.err.printf("filled %d × %d in %.1f s%n", size, subtasks, (System.nanoTime() - begun) / 1e9);
        List<List<Double>> times = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            times.add(new ArrayList<>());
        }
        for (int i = 0; i < TRIES; i++) {
            times.get(0).add(client.send("POST", api + "/sources", source("new")).millis());
            times.get(1).add(client.send("GET", api + "/sources/s0/status", null).millis());
            times.get(2).add(client.send("POST", api + "/tasks", task("new", List.of("s0"))).millis());
            times.get(3).add(client.send("GET", api + "/tasks/new/status", null).millis());
            times.get(4).add(client.send("DELETE", api + "/tasks/new?force=true", null).millis());
            times.get(5).add(client.send("DELETE", api + "/sources/new", null).millis());
        }
        String row = String.format("| %d | ", size)
                + times.stream().map(t -> number(Table.median(t))).collect(Collectors.joining(" | "))
                + " | " + rate(api + "/sources?enable_gtid=false", TRIES)
                + " | " + rate(api + "/tasks?with_status=true", TRIES)
                + " | " + number(server.memory()) + " |";
        client.send("DELETE", space, null);
        return row;
    }

    /** How long a list takes, and how long for each KiB of it. The query differs each time, so that nothing is known before. */
    private String rate(String list, int tries) throws IOException {
        List<Double> millis = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < tries; i++) {
            Client.Answer answer = client.send("GET", list + "&n=" + i, null);
            millis.add(answer.millis());
            bytes = answer.bytes();
        }
        double median = Table.median(millis);
        return number(median) + " | " + number(median * 1000 / (bytes / 1024.0));
    }

    private String spaces(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            fill("/_dmock/spaces/many-" + i, 1, 1);
        }
        List<Double> one = new ArrayList<>();
        List<Double> turn = new ArrayList<>();
        List<Double> make = new ArrayList<>();
        for (int i = 0; i < Math.max(50, count); i++) {
            one.add(get("/_dmock/spaces/many-0", i));
        }
        for (int i = 0; i < Math.max(50, count); i++) {
            turn.add(get("/_dmock/spaces/many-" + i % count, i));
        }
        for (int i = 0; i < TRIES; i++) {
            make.add(client.send("PUT", "/_dmock/spaces/extra-" + i, null).millis());
            client.send("DELETE", "/_dmock/spaces/extra-" + i, null);
        }
        double before = server.cpu();
        sleep(5);
        double idle = server.cpu() - before;
        String row = String.format("| %d | ", count)
                + List.of(Table.median(one), Table.median(turn), Table.median(make), server.memory(), idle * 1000).stream()
                        .map(Scale::number)
                        .collect(Collectors.joining(" | "))
                + " |";
        for (int i = 0; i < count; i++) {
            client.send("DELETE", "/_dmock/spaces/many-" + i, null);
        }
        return row;
    }

    private double get(String space, int i) throws IOException {
        return client.send("GET", space + "/api/v1/sources?n=" + i, null).millis();
    }

    private static void sleep(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String source(String name) {
        return """
                {"source": {"source_name": "%s", "host": "127.0.0.1", "port": 3306, "user": "root",
                 "password": "123456", "enable_gtid": false, "enable": true}}""".formatted(name);
    }

    private static String task(String name, List<String> sources) {
        String rules = sources.stream()
                .map(s -> """
                        {"source": {"source_name": "%s", "schema": "db1", "table": "table1"},
                         "target": {"schema": "db1", "table": "table1"}}""".formatted(s))
                .collect(Collectors.joining(","));
        String configurations =
                sources.stream().map(s -> "{\"source_name\": \"" + s + "\"}").collect(Collectors.joining(","));
        return """
                {"task": {"name": "%s", "task_mode": "all", "enhance_online_schema_change": true,
                 "on_duplicate": "replace", "ignore_checking_items": ["all"],
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
                 "table_migrate_rule": [%s], "source_config": {"source_conf": [%s]}}}""".formatted(name, rules, configurations);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
