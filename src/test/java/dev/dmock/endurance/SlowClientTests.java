package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More slow clients at once than there are threads: others are served meanwhile, and the slow ones are given up. */
class SlowClientTests {

    /** The server has 200 threads. */
    private static final int SLOW = 300;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String POST = "POST /api/v1/sources HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String GET = "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final String LARGE =
            "GET /_dmock/webjars/swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    static final ServerOfTests SERVER = ServerOfTests.with();

    @AfterEach
    void theLogIsQuiet() {
        SERVER.isQuiet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nX-",
                POST + "Content-Length: 8192\r\n\r\n{",
                POST + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
                "GET /_dmock/webjars/swagger-ui/swagger-ui.css HTTP/1.1\r\nHost: localhost\r\n\r\n",
                LARGE,
            })
    void othersAreServed(String beginning) {
        List<RawSocket> slow = IntStream.range(0, SLOW)
                .mapToObj(i -> new RawSocket(SERVER.port(), 2048))
                .toList();
        try {
            assertThat(slow).allMatch(client -> client.trySend(beginning));
            assertThat(RawSocket.talk(SERVER.port(), GET)).startsWith("HTTP/1.1 200");
            assertThat(RawSocket.talk(SERVER.port(), GET)).startsWith("HTTP/1.1 200");
        } finally {
            slow.forEach(RawSocket::close);
        }
    }

    /** One byte now and then keeps no connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nX-Long: ",
                POST + "Content-Length: 8192\r\n\r\n{",
            })
    void slowOnesAreGivenUp(String beginning) {
        long begun = System.nanoTime();
        try (RawSocket client = new RawSocket(SERVER.port(), 2048)) {
            assertThat(client.trySend(beginning)).isTrue();
            while (!client.isEndedWithin(1000) && client.trySend(" ")) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
            }
        }
    }

    @Test
    void aBodyThatDoesNotComeIsAnswered() {
        assertThat(RawSocket.talk(SERVER.port(), POST + "Content-Length: 8192\r\n\r\n{"))
                .startsWith("HTTP/1.1 408")
                .endsWith("408 Request Timeout");
    }

    /** Many go away before they have read what they asked for. */
    @Test
    void whoGoesAwayIsNotMissed() {
        for (int i = 0; i < SLOW; i++) {
            try (RawSocket client = new RawSocket(SERVER.port(), 2048)) {
                assertThat(client.trySend(LARGE.repeat(4))).isTrue();
                assertThat(client.isEndedWithin(1000)).isFalse();
            }
        }
        assertThat(RawSocket.talk(SERVER.port(), GET)).startsWith("HTTP/1.1 200");
    }
}
