package dev.dmock.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.endurance.ServerProcess;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 32 clients at once are answered as if they had asked one after the other, also if the server is killed meanwhile. */
class KilledHistoriesTests {

    private static final int CLIENTS = 32;
    private static final int MANY = 1000;
    private static final int FEW = 10;
    private static final int LONGEST_MILLIS = 2000;

    private final Random random = new Random();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path data;

    @Test
    @Tag("nightly")
    void historiesWithAKillAreAccepted() {
        Checker.assumeBuilt();
        List<Path> files = new ArrayList<>();
        ServerProcess server = start();
        for (int i = 0; i < Integer.getInteger("dmock.rounds", 10); i++) {
            History history = new History();
            String api = "/_dmock/spaces/history-" + i + "/api/v1/";
            ServerProcess killed = server;
            history.record(http, killed.at(api), CLIENTS, MANY, () -> killLater(killed));
            server = start();
            history.look(http, server.at(api));
            history.record(http, server.at(api), CLIENTS, FEW, () -> {});
            files.add(History.write(history.entries(), Checker.HISTORIES.resolve("killed-" + i + ".jsonl")));
        }
        server.close();
        List<String> verdicts = Checker.verdicts(files, "-apart");

        System.out.println(String.join("\n", verdicts));
        assertThat(verdicts).hasSize(files.size()).allMatch(verdict -> verdict.startsWith("Ok "));
    }

    private ServerProcess start() {
        ServerProcess server = ServerProcess.start(ServerProcess.Command.of(
                Map.of("DMOCK_DATA", data.toString(), "DMOCK_WORLD", "src/test/resources/endurance/world.yaml")));
        server.awaitReady();
        return server;
    }

    private void killLater(ServerProcess server) {
        try {
            Thread.sleep(1 + random.nextInt(LONGEST_MILLIS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        server.kill();
    }
}
