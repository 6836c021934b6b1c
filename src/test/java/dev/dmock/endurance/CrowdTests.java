package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More slow clients than there is memory for: those that came first are given up early, and the others are served. */
class CrowdTests {

    /** There are places for some 650. */
    private static final int SLOW = 1500;

    private static final int BETWEEN_LOOKS = 100;
    private static final String GET = "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @RegisterExtension
    static final ServerOfTests SERVER = ServerOfTests.with("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");

    @AfterEach
    void theLogIsQuiet() {
        SERVER.isQuiet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nX-",
                "POST /api/v1/sources HTTP/1.1\r\nHost: a\r\nContent-Length: 8192\r\n\r\n{",
                "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n",
            })
    void othersAreServed(String beginning) {
        List<RawSocket> slow = new ArrayList<>();
        try {
            for (int i = 1; i <= SLOW; i++) {
                RawSocket client = new RawSocket(SERVER.port(), 2048);
                slow.add(client);
                client.trySend(beginning);
                if (i % BETWEEN_LOOKS == 0) {
                    assertThat(RawSocket.talk(SERVER.port(), GET))
                            .as("after %d", i)
                            .startsWith("HTTP/1.1 200");
                }
            }
        } finally {
            slow.forEach(RawSocket::close);
        }
    }
}
