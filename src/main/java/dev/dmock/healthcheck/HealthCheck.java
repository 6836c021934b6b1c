package dev.dmock.healthcheck;

import java.io.IOException;
import java.util.Map;

/**
 * Asks the DMock on this machine whether it is ready: the health check of an image that has no other HTTP client. Whether the port
 * speaks TLS it learns from the answer, since settings can come from anywhere.
 */
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final String QUESTION = "/_dmock/health/readiness";
    private static final int OK = 200;

    /** The status with which a TLS port answers a plain HTTP request. */
    private static final int BAD_REQUEST = 400;

    private HealthCheck() {}

    public static void main(String[] args) {
        System.exit(healthy(server(System.getenv())) ? 0 : 1);
    }

    /** Where the control API is, found by the same variables as the server itself is configured with. */
    public static LoopbackRequest server(Map<String, String> environment) {
        String port = environment.getOrDefault("SERVER_PORT", "8261");
        String first = environment.getOrDefault("DMOCK_PORTS", port).split(",", 2)[0];
        String control = environment.getOrDefault("DMOCK_CONTROL_PORT", first);
        return new LoopbackRequest("127.0.0.1", Integer.parseInt(control.strip()), TIMEOUT_MILLIS);
    }

    public static boolean healthy(LoopbackRequest server) {
        try {
            int status = server.send("GET", QUESTION, null).status();
            return status == BAD_REQUEST ? healthyOverTls(server) : isYes(server, status);
        } catch (IOException silent) {
            System.out.println("port " + server.port() + " does not answer: " + silent.getMessage());
            return false;
        }
    }

    /** A server that demands a certificate lives; it would say more only to those who have one. */
    private static boolean healthyOverTls(LoopbackRequest server) throws IOException {
        LoopbackTls tls = new LoopbackTls();
        try {
            return isYes(server, server.get(tls, QUESTION).status());
        } catch (IOException refused) {
            if (!tls.isCertificateDemanded()) {
                throw refused;
            }
            System.out.println("port " + server.port() + " demands a certificate, so it lives");
            return true;
        }
    }

    private static boolean isYes(LoopbackRequest server, int status) {
        System.out.println("port " + server.port() + " answers " + status);
        return status == OK;
    }
}
