package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server listens where it was told to, on this machine alone unless told otherwise, and nowhere else. */
class ListeningTests {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENS = "0A";

    private final int port = ServerProcess.freePort();
    private final int second = ServerProcess.freePort();
    private final int control = ServerProcess.freePort();

    @BeforeEach
    void linux() {
        assumeThat(PROCESSES.resolve("self/net/tcp"))
                .as("what /proc has on Linux")
                .exists();
    }

    /** Where a process listens, as {@code address:port}. */
    private static Set<String> listening(ServerProcess server) throws IOException {
        Path process = PROCESSES.resolve(Long.toString(server.pid()));
        Set<String> sockets;
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            sockets = open.map(ListeningTests::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(kind -> lines(process.resolve("net").resolve(kind)).stream()
                        .map(line -> line.strip().split("\\s+")))
                .filter(words -> words[3].equals(LISTENS) || words[3].equals("07"))
                .filter(words -> sockets.contains(words[9]))
                .map(words -> place(words[1]))
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** An address in the order of the machine's words, and a port, both in hexadecimal. */
    private static String place(String hexadecimal) {
        String[] parts = hexadecimal.split(":");
        byte[] address = HexFormat.of().parseHex(parts[0]);
        for (int word = 0; word < address.length; word += 4) {
            swap(address, word, word + 3);
            swap(address, word + 1, word + 2);
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress() + ":" + Integer.parseInt(parts[1], 16);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void swap(byte[] bytes, int one, int other) {
        byte kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }

    private static int status(int port, String path) {
        return new WireClient()
                .send(Call.of("GET", "http://127.0.0.1:" + port, path))
                .status();
    }

    @Test
    void onThisMachineAlone(@TempDir Path data) throws IOException {
        Map<String, String> settings = Map.of(
                "DMOCK_PORTS",
                port + "," + second,
                "DMOCK_CONTROL_PORT",
                Integer.toString(control),
                "DMOCK_DATA",
                data.toString());
        try (ServerProcess server = ServerProcess.start(ServerProcess.Command.of(settings))) {
            server.awaitLog("ready after");
            assertThat(listening(server))
                    .containsExactlyInAnyOrder("127.0.0.1:" + port, "127.0.0.1:" + second, "127.0.0.1:" + control);

            for (int open : List.of(port, second)) {
                assertThat(status(open, "/api/v1/docs")).isEqualTo(200);
                for (String path : List.of(
                        "/_dmock/world", "/_dmock/console", "/_dmock/health", "/_dmock/spaces/x/_dmock/world")) {
                    assertThat(status(open, path)).as(path).isEqualTo(404);
                }
            }
            assertThat(status(control, "/_dmock/world")).isEqualTo(200);
            assertThat(status(control, "/_dmock/spaces/x/_dmock/world")).isEqualTo(200);
            assertThat(status(control, "/api/v1/sources")).isEqualTo(404);
            assertThat(status(control, "/_dmock/spaces/x/api/v1/sources")).isEqualTo(404);
        }
    }

    @Test
    void onAllAddressesIfToldTo() throws IOException {
        Map<String, String> settings = Map.of("DMOCK_PORTS", Integer.toString(port), "DMOCK_ADDRESS", "0.0.0.0");
        try (ServerProcess server = ServerProcess.start(ServerProcess.Command.of(settings))) {
            server.awaitReady();
            assertThat(listening(server)).hasSize(1).allMatch(place -> place.matches("(0\\.0\\.0\\.0|[0:]+):" + port));
        }
    }
}
