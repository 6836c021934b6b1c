package dev.dmock.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A container is healthy when its server says that it is ready, and not before. */
class HealthCheckTests {

    @ParameterizedTest
    @CsvSource({"200, true", "404, false", "503, false"})
    void asksTheServer(int status, boolean healthy) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_dmock/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        String port = Integer.toString(server.getAddress().getPort());
        assertThat(HealthCheck.healthy(HealthCheck.server(Map.of("SERVER_PORT", port))))
                .isEqualTo(healthy);
        server.stop(0);
        assertThat(HealthCheck.healthy(HealthCheck.server(Map.of("SERVER_PORT", port))))
                .isFalse();
    }

    @Test
    void findsThePortAsTheServerDoes() {
        assertThat(port(Map.of())).isEqualTo(8261);
        assertThat(port(Map.of("SERVER_PORT", "1"))).isEqualTo(1);
        assertThat(port(Map.of("SERVER_PORT", "1", "DMOCK_PORTS", " 7261, 7361")))
                .isEqualTo(7261);
        assertThat(port(Map.of("DMOCK_PORTS", "7261,7361", "DMOCK_CONTROL_PORT", "9000")))
                .isEqualTo(9000);
    }

    private static int port(Map<String, String> environment) {
        return HealthCheck.server(environment).port();
    }
}
