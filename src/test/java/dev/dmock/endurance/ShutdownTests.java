package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.endurance.Rounds.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After SIGTERM, what was begun is brought to its end and answered; what was not is not begun. */
class ShutdownTests {

    private static final int LONGEST_MILLIS = 1000;

    @TempDir
    private Path data;

    @Test
    void noRequestFailsInAShutdown() {
        endsInOrder(1);
    }

    @Test
    @Tag("nightly")
    void noRequestFailsInManyShutdowns() {
        endsInOrder(Integer.getInteger("dmock.rounds", 200));
    }

    /** The body of one request is still on its way when the server is told to stop. */
    @Test
    void whatArrivesMeanwhileIsAnsweredAndEndsItsConnection() throws IOException {
        try (ServerProcess server = ServerProcess.start(ServerProcess.Command.of(Map.of()))) {
            server.awaitReady();
            try (OpenConnection idle = new OpenConnection(server.port());
                    OpenConnection busy = new OpenConnection(server.port())) {
                assertThat(idle.exchange("GET /api/v1/sources HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                        .startsWith("HTTP/1.1 200")
                        .doesNotContain("Connection: close");
                busy.send("POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\n\r\n{");
                server.terminate();
                server.awaitLog("Commencing graceful shutdown");
                server.awaitClosed();

                assertThat(idle.exchange("GET /api/v1/sources HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                        .startsWith("HTTP/1.1 200")
                        .contains("Connection: close");
                assertThat(busy.exchange("}")).startsWith("HTTP/1.1 400");
            }
            server.awaitExit();
        }
    }

    private void endsInOrder(int rounds) {
        ServerProcess.Command server = ServerProcess.Command.of(
                Map.of("DMOCK_DATA", data.toString(), "DMOCK_WORLD", "src/test/resources/endurance/world.yaml"));
        Rounds ending = new Rounds(server, data, System.nanoTime(), LONGEST_MILLIS);
        ending.run(rounds, Ending.TERMINATED);

        System.out.printf(
                "%d shutdowns, %d writes acknowledged, %d contradictions%n",
                rounds, ending.acknowledged(), ending.findings().size());
        assertThat(ending.findings()).isEmpty();
        assertThat(ending.acknowledged()).isGreaterThan(rounds * 10);
    }
}
