package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.DmockApplication;
import dev.dmock.source.Source;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Between the end of the graceful shutdown and that of the server: what is in comes to its end, what is not stays out. */
class LastRequestsTests {

    private static final int A_WHILE_MILLIS = 300;
    private static final String BODY = Bodies.source("s1");
    private static final String HEAD = "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n";

    private final int port = ServerProcess.freePort();
    private ConfigurableApplicationContext server;
    private SmartLifecycle lastRequests;

    @BeforeEach
    void start() {
        SpringApplication application = new SpringApplication(DmockApplication.class);
        application.setRegisterShutdownHook(false);
        server = application.run("--server.port=" + port, "--dmock.world=src/test/resources/endurance/world.yaml");
        lastRequests = server.getBean("gracefulConnectionClose", SmartLifecycle.class);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private List<String> sources() {
        return server.getBean(Spaces.class)
                .read(
                        SpaceName.DEFAULT,
                        draft -> draft.all(Source.KIND).stream()
                                .map(Source::name)
                                .toList());
    }

    @Test
    void whoComesTooLateGetsNoAnswerAndChangesNothing() throws IOException {
        try (OpenConnection late = new OpenConnection(port)) {
            assertThat(late.exchange("GET /api/v1/sources HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            lastRequests.stop();
            assertThat(late.exchange(HEAD + "\r\n" + BODY)).isEmpty();
            assertThat(sources()).isEmpty();
        }
    }

    @Test
    void whoIsInIsWaitedFor() throws Exception {
        try (OpenConnection busy = new OpenConnection(port)) {
            assertThat(busy.exchange(HEAD + "Expect: 100-continue\r\n\r\n")).startsWith("HTTP/1.1 100");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(lastRequests::stop);
            TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
            assertThat(stopped).isNotDone();
            assertThat(busy.exchange(BODY)).startsWith("HTTP/1.1 201");
            stopped.get(1, TimeUnit.MINUTES);
            assertThat(sources()).containsExactly("s1");
        }
    }
}
