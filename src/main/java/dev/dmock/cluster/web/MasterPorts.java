package dev.dmock.cluster.web;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The ports of the masters. Without them there is one port, {@code server.port}, on which whichever leads answers.
 *
 * @param ports The port on which whichever master leads answers, 8261 where nothing is set; or a port for each master, with
 *     commas between them.
 */
@ConfigurationProperties("dmock")
public record MasterPorts(List<Integer> ports) {

    public MasterPorts(List<Integer> ports) {
        this.ports = ports == null ? List.of() : List.copyOf(ports);
        for (int port : this.ports) {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("dmock.ports: not a port: " + port);
            }
        }
    }

    /** The number of the master that answers on a local port, if it is one master's alone. */
    OptionalInt masterOn(int localPort) {
        int place = ports.size() < 2 ? -1 : ports.indexOf(localPort);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }

    /** The port of a master, if it has one of its own. */
    OptionalInt portOf(int master) {
        return ports.size() >= 2 && master <= ports.size()
                ? OptionalInt.of(ports.get(master - 1))
                : OptionalInt.empty();
    }
}
