package dev.dmock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container is healthy when its server answers, and not before. */
class HealthCheckTests {

    @ParameterizedTest
    @CsvSource({"200, true", "404, false", "500, false"})
    void asksTheServer(int status, boolean healthy) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_dmock/clock", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        String port = Integer.toString(server.getAddress().getPort());
        assertThat(HealthCheck.healthy(HealthCheck.address(Map.of("SERVER_PORT", port))))
                .isEqualTo(healthy);
        server.stop(0);
        assertThat(HealthCheck.healthy(HealthCheck.address(Map.of("SERVER_PORT", port))))
                .isFalse();
    }

    @Test
    void findsThePortAsTheServerDoes() {
        assertThat(HealthCheck.address(Map.of())).isEqualTo(URI.create("http://127.0.0.1:8261/_dmock/clock"));
        assertThat(HealthCheck.address(Map.of("SERVER_PORT", "1", "DMOCK_PORTS", "7261, 7361")))
                .isEqualTo(URI.create("http://127.0.0.1:7261/_dmock/clock"));
    }
}
