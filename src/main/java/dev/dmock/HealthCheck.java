package dev.dmock;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** Asks the DMock on this machine whether it answers: the health check of an image that has no other HTTP client. */
public final class HealthCheck {

    private static final int PATIENCE_MILLIS = 2_000;

    private HealthCheck() {}

    public static void main(String[] args) {
        System.exit(healthy(address(System.getenv())) ? 0 : 1);
    }

    /** The control API of the first master, found by the same variables as the server itself is configured with. */
    static URI address(Map<String, String> environment) {
        String port = environment.getOrDefault("SERVER_PORT", "8261");
        String first =
                environment.getOrDefault("DMOCK_PORTS", port).split(",", 2)[0].strip();
        return URI.create("http://127.0.0.1:" + first + "/_dmock/clock");
    }

    static boolean healthy(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            System.out.println(address + " answers " + status);
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException silent) {
            System.out.println(address + " does not answer: " + silent.getMessage());
            return false;
        }
    }
}
