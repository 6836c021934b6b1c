package dev.dmock.control.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the control API.
 *
 * @param hosts Further names by which the control API may be called, with commas between them. Addresses in figures,
 *     localhost and the name of the machine always are.
 * @param token What has to be sent to the control API as Authorization: Bearer. Without it nothing has to.
 * @param port A port of its own for the control API; then it is not to be found on the ports of the DM API.
 */
@ConfigurationProperties("dmock.control")
record ControlAccessProperties(
        @DefaultValue List<String> hosts,
        @Nullable String token,
        @Nullable Integer port) {

    private static final int LAST_PORT = 65535;

    ControlAccessProperties {
        hosts = List.copyOf(hosts);
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("dmock.control.token is empty");
        }
        if (token != null && !token.matches("[!-~]+")) {
            throw new IllegalArgumentException("dmock.control.token has characters that a header cannot have");
        }
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new IllegalArgumentException("dmock.control.port: not a port: " + port);
        }
    }

    /** Hides the token, which a record's own text would show. */
    @Override
    public String toString() {
        return "ControlAccess[hosts=" + hosts + ", port=" + port + "]";
    }
}
