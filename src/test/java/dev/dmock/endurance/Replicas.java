package dev.dmock.endurance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmock.conformance.Masters;
import dev.dmock.postgres.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three servers on one PostgreSQL behind a balancer for each master's port. Each has a loopback address of its own, so
 * that all can have the ports that clients know.
 */
final class Replicas implements AutoCloseable {

    private static final int COUNT = 3;
    private static final int MASTERS = 3;

    private final String database = Postgres.newDatabase();
    private final List<Integer> ports = freePorts();
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<Balancer> balancers = new ArrayList<>();

    /** Skips the test where there cannot be any. */
    Replicas() {
        assumeTrue(hasMoreLoopbackAddresses(), "this machine has no loopback address but 127.0.0.1");
        try {
            start();
        } catch (AssertionError failed) {
            close();
            throw failed;
        }
    }

    private void start() {
        IntStream.range(0, COUNT).forEach(i -> servers.add(ServerProcess.start(command(i))));
        servers.forEach(ServerProcess::awaitReady);
        for (int port : ports) {
            balancers.add(new Balancer(
                    port,
                    IntStream.range(0, COUNT)
                            .mapToObj(i -> new InetSocketAddress(address(i), port))
                            .toList()));
        }
    }

    private ServerProcess.Command command(int number) {
        return ServerProcess.Command.of(Map.of(
                "DMOCK_JDBC_URL",
                database,
                "DMOCK_JDBC_USER",
                Postgres.USER,
                "SERVER_ADDRESS",
                address(number),
                "DMOCK_PORTS",
                ports.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "DMOCK_WORLD",
                "src/test/resources/endurance/world.yaml"));
    }

    private static String address(int number) {
        return "127.0.0." + (2 + number);
    }

    int count() {
        return COUNT;
    }

    /** The balancer's addresses. */
    Masters masters() {
        return Masters.onPorts(ports);
    }

    URI first() {
        return URI.create(masters().first() + "/");
    }

    void kill(int number) {
        servers.get(number).kill();
    }

    void restart(int number) {
        servers.set(number, ServerProcess.start(command(number)));
        servers.get(number).awaitReady();
    }

    /** SIGSTOP: it does nothing more, and does not know it. */
    void putToSleep(int number) {
        signal("STOP", number);
    }

    /** SIGCONT. */
    void wake(int number) {
        signal("CONT", number);
    }

    private void signal(String name, int number) {
        try {
            int status = new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(servers.get(number).pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " says " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String logs() {
        return servers.stream().map(ServerProcess::log).collect(Collectors.joining("\n"));
    }

    private static boolean hasMoreLoopbackAddresses() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address(0)))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    /** All are held open until the last is found, so that none is given twice. */
    private static List<Integer> freePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < MASTERS; i++) {
                held.add(new ServerSocket(0));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return held.stream().map(ServerSocket::getLocalPort).toList();
    }

    @Override
    public void close() {
        balancers.forEach(Balancer::close);
        servers.forEach(ServerProcess::close);
    }
}
