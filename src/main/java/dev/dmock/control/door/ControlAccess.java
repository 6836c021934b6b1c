package dev.dmock.control.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the control API.
 *
 * @param hosts further names by which it may be called, as property {@code dmock.control.hosts} or variable
 *     {@code DMOCK_CONTROL_HOSTS}, with commas between them
 * @param token what has to be sent as {@code Authorization: Bearer …}, as property {@code dmock.control.token} or variable
 *     {@code DMOCK_CONTROL_TOKEN}
 * @param port a port of its own, as property {@code dmock.control.port} or variable {@code DMOCK_CONTROL_PORT}; then it is
 *     not to be found on the ports of the DM API
 */
@ConfigurationProperties("dmock.control")
record ControlAccess(
        @DefaultValue List<String> hosts,
        @Nullable String token,
        @Nullable Integer port) {

    private static final int LAST_PORT = 65535;

    ControlAccess {
        hosts = List.copyOf(hosts);
        if (token != null && token.isBlank()) {
            throw new IllegalArgumentException("dmock.control.token is empty");
        }
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new IllegalArgumentException("dmock.control.port: not a port: " + port);
        }
    }

    /** Records show their contents; this one keeps its secret. */
    @Override
    public String toString() {
        return "ControlAccess[hosts=" + hosts + ", port=" + port + "]";
    }
}
