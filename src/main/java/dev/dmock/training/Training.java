package dev.dmock.training;

import dev.dmock.DmockApplication;
import dev.dmock.healthcheck.LoopbackRequest;
import dev.dmock.version.ApiVersion;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Starts a server, has it answer what clients usually ask in every version of the API, and stops it: what a JVM has seen here, it can
 * keep in an archive, with which later starts are faster. {@code bin/dmock train} is the way to call it.
 */
public final class Training {

    private static final int ROUNDS = 3;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String AROUND = "around.http";

    private final LoopbackRequest server;
    private final List<String> surprises = new ArrayList<>();
    private int answers;

    private Training(int port) {
        this.server = new LoopbackRequest("127.0.0.1", port, TIMEOUT_MILLIS);
    }

    public static void main(String[] args) throws IOException {
        int port = freePort();
        DmockApplication.main(new String[] {"--server.address=127.0.0.1", "--server.port=" + port});
        Training training = new Training(port);
        training.play(ROUNDS);
        training.surprises.forEach(System.err::println);
        System.out.println("trained with " + training.answers + " requests");
        System.exit(training.surprises.isEmpty() ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Two upstreams, of which the first has a table with rows. */
    private static String world(ApiVersion version) {
        return """
            {"api": "%s", "upstreams": [
               {"address": "127.0.0.1:3306", "user": "root", "password": "123456",
                "databases": {"db1": {"t1": "CREATE TABLE t1 (id INT PRIMARY KEY, c VARCHAR(20))"}},
                "sql": ["INSERT INTO db1.t1 VALUES (1, 'a'), (2, 'b')"]},
               {"address": "127.0.0.1:3307", "user": "root", "password": "123456"}],
             "downstreams": [{"address": "127.0.0.1:4000", "user": "root", "password": "123456"}]}""".formatted(version.label());
    }

    private void play(int rounds) throws IOException {
        for (int round = 0; round < rounds; round++) {
            for (ApiVersion version : ApiVersion.values()) {
                String space = "/_dmock/spaces/training-" + version.label();
                send(space, new TrainingScript.Step("PUT", "/_dmock/world", 200, world(version)));
                play(space, version.generation().name().toLowerCase(Locale.ROOT) + ".http");
            }
            play("", AROUND);
        }
    }

    private void play(String prefix, String script) throws IOException {
        for (TrainingScript.Step step : TrainingScript.load(script).steps()) {
            send(prefix, step);
        }
    }

    private void send(String prefix, TrainingScript.Step step) throws IOException {
        LoopbackRequest.Answer answer = server.send(step.method(), prefix + step.path(), step.json());
        answers++;
        if (!step.isAnsweredBy(answer.status())) {
            surprises.add(step.method() + " " + prefix + step.path() + ": " + answer.status() + " instead of "
                    + step.status());
        }
    }
}
