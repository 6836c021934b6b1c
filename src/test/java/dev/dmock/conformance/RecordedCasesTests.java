package dev.dmock.conformance;

import dev.dmock.conformance.CaseLibrary.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The recorded and the derived cases against a whole DMock in this process, with a port for each of three masters. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@DisabledIfSystemProperty(named = RunningServerTests.BASE, matches = ".+")
class RecordedCasesTests {

    private static final int MASTERS = 3;

    /** In the pace "instant" a state is there with the next request or never. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final List<Integer> PORTS = freePorts();

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORTS.get(0));
        registry.add("dmock.ports", () -> PORTS.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    @TestFactory
    Stream<DynamicNode> answersAsTheRealServerDid() {
        return CaseLibrary.tests(Origin.RECORDED, Masters.onPorts(PORTS), PATIENCE);
    }

    @TestFactory
    Stream<DynamicNode> answersAsTheRealServerIsKnownTo() {
        return CaseLibrary.tests(Origin.DERIVED, Masters.onPorts(PORTS), PATIENCE);
    }

    @TestFactory
    Stream<DynamicNode> differsOnlyInPendingCases() {
        return CaseLibrary.pendingTests(Masters.onPorts(PORTS));
    }

    /** All are held open until the last is found, so that none is given twice. */
    private static List<Integer> freePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < MASTERS; i++) {
                held.add(new ServerSocket(0));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException noneFree) {
            throw new UncheckedIOException(noneFree);
        }
    }
}
