import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, from its start on. */
final class Server implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int TRY_AGAIN_MILLIS = 4;

    private final Process process;
    private final String base;

    /** What the start cost: until the first answer, by the clock, and in time of processors. */
    final double seconds;

    final double cpuSeconds;

    private Server(Process process, String base, long begun, String first) throws IOException {
        this.process = process;
        this.base = base;
        while (status("GET", first, null) != HttpURLConnection.HTTP_OK) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
                process.destroy();
                throw new IOException("does not answer at " + base + first);
            }
            pause();
        }
        seconds = (System.nanoTime() - begun) / 1e9;
        cpuSeconds = cpu();
    }

    /**
     * Starts a server.
     *
     * @param command as for a shell
     * @param first the path that answers 200 when the server is there
     */
    static Server start(String command, Map<String, String> environment, File log, int port, String first)
            throws IOException {
        // exec: the process that is looked at has to be the server, and not a shell around it
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        return new Server(builder.start(), "http://127.0.0.1:" + port, begun, first);
    }

    String base() {
        return base;
    }

    /** Sends a request that has to succeed. */
    void send(String method, String path, String json) throws IOException {
        int status = status(method, path, json);
        if (status < 200 || status > 299) {
            throw new IOException(method + " " + path + ": " + status);
        }
    }

    private int status(String method, String path, String json) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestMethod(method);
        try {
            if (json != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            }
            return status;
        } catch (java.net.ConnectException notYet) {
            return 0;
        }
    }

    /** Memory that is resident, in MiB; 0 where the operating system does not tell. */
    double memory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The time of processors that it used so far, in seconds. */
    double cpu() {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
