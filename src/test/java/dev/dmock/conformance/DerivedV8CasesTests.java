package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Conversations of v8 that were not recorded: the behaviour is read from DM's documentation and observations, the form is that of
 * the recorded cases.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class DerivedV8CasesTests {

    private static final Path CASES = Path.of("src", "test", "resources", "conformance-derived");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int PORT = freePort();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("dmock.ports", () -> PORT);
    }

    @TestFactory
    Stream<DynamicNode> answersByTheRules() {
        CasePlayer player = new CasePlayer(new WireClient(), Masters.onPorts(List.of(PORT)), PATIENCE);
        return Stream.of("v8.1", "v8.5")
                .flatMap(version -> RecordedCase.below(CASES.resolve(version)).stream())
                .map(derived -> DynamicTest.dynamicTest(
                        derived.world().get("api").asString() + " " + derived.name(),
                        derived.source(),
                        () -> assertThat(player.play(derived)).isEmpty()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noneFree) {
            throw new UncheckedIOException(noneFree);
        }
    }
}
