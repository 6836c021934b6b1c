package dev.dmock.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server in a process of its own, as people run it, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Process process;
    private final Path log;
    private final String address;
    private final int port;
    private final long begun;

    private ServerProcess(Process process, Path log, String address, int port) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.port = port;
        this.begun = System.nanoTime();
    }

    /**
     * How to start a server.
     *
     * @param main the class with the main method
     * @param extra a further place to find classes
     * @param options of the virtual machine
     * @param environment the variables that configure it
     */
    public record Command(String main, List<Path> extra, List<String> options, Map<String, String> environment) {

        public static Command of(Map<String, String> environment) {
            return new Command(
                    "dev.dmock.DmockApplication",
                    List.of(),
                    List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"),
                    environment);
        }

        public Command with(String otherMain, Path place) {
            return new Command(otherMain, List.of(place), options, environment);
        }

        public Command options(String... others) {
            return new Command(main, extra, List.of(others), environment);
        }
    }

    public static ServerProcess start(Command command) {
        String address = command.environment().getOrDefault("SERVER_ADDRESS", "127.0.0.1");
        String given = command.environment().getOrDefault("DMOCK_PORTS", "");
        int port = given.isEmpty() ? freePort() : Integer.parseInt(given.split(",")[0]);
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        line.addAll(command.options());
        line.addAll(Program.running(command.main(), command.extra()));
        try {
            Path log = Files.createTempFile("server", ".log");
            log.toFile().deleteOnExit();
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(command.environment());
            return new ServerProcess(builder.start(), log, address, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has computed so far. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public URI at(String target) {
        return URI.create("http://" + address + ":" + port + target);
    }

    /** Waits until the server says that it is ready; how long that took from the start of its process. */
    public Duration awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(at("/_dmock/health/readiness"))
                .timeout(PATIENCE)
                .build();
        while (true) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
                throw new AssertionError("the server does not get ready:\n" + log());
            }
            try {
                if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - begun);
                }
                pause();
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until the server has said something. */
    void awaitLog(String text) {
        await(() -> log().contains(text), "say " + text);
    }

    /** Waits until the server takes no more connections. */
    void awaitClosed() {
        await(() -> !takesConnections(), "close its port");
    }

    private boolean takesConnections() {
        try (Socket further = new Socket(address, port)) {
            return further.isConnected();
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier reached, String what) {
        while (!reached.getAsBoolean()) {
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(PATIENCE) > 0) {
                throw new AssertionError("the server does not " + what + ":\n" + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** The status with which it ends. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
    }
}
