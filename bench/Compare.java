import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DMock and its peers side by side; see {@code bench/run}, which starts this. */
final class Compare {

    private static final int PORT = 19261;
    private static final String LIST = "/api/v1/sources";
    private static final String SPACE = "/_dmock/spaces/bench";
    private static final String SOURCE = """
            {"source_name": "%s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456",
             "enable_gtid": false}""";
    private static final String TASK = """
            {"remove_meta": false, "task": {"name": "task-1", "task_mode": "all",
             "enhance_online_schema_change": true, "on_duplicate": "error",
             "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
             "table_migrate_rule": [{"source": {"source_name": "mysql-01", "schema": "db1", "table": "table1"},
                                     "target": {"schema": "db1", "table": "table1"}}],
             "source_config": {"source_conf": [{"source_name": "mysql-01"}]}}}""";

    private final Options options;
    private final Table table = new Table();
    private int port = PORT;

    private Compare(Options options) {
        this.options = options;
    }

    /** Somebody who can be measured; {@code $PORT} in the command is the port. */
    private record Contender(String name, String command, boolean isDmock) {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        Compare compare = new Compare(options);
        List<Contender> contenders = compare.contenders();
        for (int round = 1; round <= options.rounds; round++) {
            for (Contender contender : contenders) {
                System.err.println("round " + round + ": " + contender.name);
                compare.measure(contender);
            }
        }
        System.out.println(Machine.described());
        System.out.println();
        compare.table.print("WireMock");
    }

    private List<Contender> contenders() throws IOException {
        List<Contender> all = new ArrayList<>();
        options.dmock.forEach((label, command) -> all.add(new Contender(label, command, true)));
        Path results = Files.createDirectories(options.results());
        try (var files = Files.list(results)) {
            Optional<Path> wiremock = files.filter(
                            f -> f.getFileName().toString().startsWith("wiremock-standalone"))
                    .findFirst();
            if (wiremock.isPresent()) {
                all.add(new Contender("WireMock", Peers.wiremock(results, wiremock.get()), false));
            }
        }
        Path npm = results.resolve("npm/node_modules/.bin");
        if (options.npm && Files.exists(npm.resolve("prism"))) {
            all.add(new Contender("Prism", Peers.prism(results, npm.resolve("prism")), false));
        }
        if (options.npm && Files.exists(npm.resolve("mockoon-cli"))) {
            all.add(new Contender("Mockoon", Peers.mockoon(results, npm.resolve("mockoon-cli")), false));
        }
        return all;
    }

    private void measure(Contender contender) throws IOException {
        port++;
        String command = contender.command.replace("$PORT", Integer.toString(port));
        Path log = options.results().resolve(contender.name.replaceAll("\\W+", "-") + ".log");
        Map<String, String> environment = Map.of("SERVER_PORT", Integer.toString(port));
        try (Server server = Server.start(command, environment, log.toFile(), port, LIST)) {
            table.add("start to the first answer, s", contender.name, server.seconds);
            table.add("processors' time for it, s", contender.name, server.cpuSeconds);
            table.add("memory after the start, MiB", contender.name, server.memory());
            if (contender.isDmock) {
                server.send("POST", "/api/v1/sources", SOURCE.formatted("mysql-01"));
                server.send("POST", "/api/v1/sources", SOURCE.formatted("mysql-02"));
                server.send("POST", "/api/v1/tasks", TASK);
                server.send("PUT", SPACE + "-sources/_dmock/world", "{\"workers\": 8}");
                server.send("PUT", SPACE + "-lives/_dmock/world", "{\"workers\": 8}");
            }
            load(contender, server, "list sources, from the start", LIST, Optional.empty(), Load.Shape.MANY);
            Load.on(server, LIST, Optional.empty(), Load.Shape.MANY, 2 * options.seconds);
            load(contender, server, "list sources, warm", LIST, Optional.empty(), Load.Shape.MANY);
            if (contender.isDmock) {
                measureDmock(contender, server);
            }
            table.add("memory after all this, MiB", contender.name, server.memory());
        }
    }

    private void measureDmock(Contender contender, Server server) throws IOException {
        load(contender, server, "task status", "/api/v1/tasks/task-1/status", Optional.empty(), Load.Shape.MANY);
        script(contender, server, "create or delete a source", SPACE + "-sources/api/v1", "source", Load.Shape.STEPS);
        script(contender, server, "one of 7 steps of a task's life", SPACE + "-lives/api/v1", "life", Load.Shape.STEPS);
        script(contender, server, "reset", SPACE + "-resets/_dmock/reset", "reset", Load.Shape.ONE);
        script(contender, server, "make or drop a space", "/_dmock/spaces", "space", Load.Shape.STEPS);
    }

    private void script(
            Contender contender, Server server, String what, String path, String script, Load.Shape shape)
            throws IOException {
        Optional<String> steps = Optional.of(options.script(script));
        Load.on(server, path, steps, shape, options.seconds); // each of these is new to the JVM
        load(contender, server, what, path, steps, shape);
    }

    private void load(
            Contender contender, Server server, String what, String path, Optional<String> script, Load.Shape shape)
            throws IOException {
        Load load = Load.on(server, path, script, shape, options.seconds);
        table.add(what + ": requests/s", contender.name, load.rate());
        table.add(what + ": p50, ms", contender.name, load.p50());
        table.add(what + ": p99, ms", contender.name, load.p99());
        table.add(what + ": processors' time, µs", contender.name, load.cpu());
    }
}
