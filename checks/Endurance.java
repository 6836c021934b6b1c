import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Whether a server grows with what it has done: its heap after many requests, against the heap after a fifth of them.
 *
 * <pre>java checks/Endurance.java BASE PID [how many, else 1000000]</pre>
 *
 * The requests are right ones and wrong ones, to names and paths that nobody named before; spaces are made and dropped all
 * the time. The server should run with {@code -Xmx128m}. Its live objects are counted by {@code jcmd}, which collects the
 * rest before. Ends with 1 if there are more than 1.05 times as many bytes in the end.
 */
final class Endurance {

    private static final int CLIENTS = 4;
    private static final double MOST_GROWTH = 1.05;
    private static final String SOURCE = """
            {"source_name": "s%1$d", "host": "h%1$d", "port": 3306, "user": "u%1$d", "password": "p", "enable_gtid": false}""";
    private static final String TASK = """
            {"remove_meta": false, "task": {"name": "t%1$d", "task_mode": "all", "enhance_online_schema_change": true,
             "on_duplicate": "error",
             "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": ""},
             "table_migrate_rule": [{"source": {"source_name": "s%1$d", "schema": "db1", "table": "table1"},
                                     "target": {"schema": "db1", "table": "table1"}}],
             "source_config": {"source_conf": [{"source_name": "s%1$d"}]}}}""";

    private final URI base;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    private Endurance(URI base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        Endurance endurance = new Endurance(URI.create(args[0]));
        long requests = args.length > 2 ? Long.parseLong(args[2]) : 1_000_000;
        endurance.send(requests / 5);
        long early = liveBytes(args[1]);
        System.out.printf("after %,d requests: %,d bytes are live%n", endurance.next.get(), early);
        endurance.send(requests);
        long late = liveBytes(args[1]);
        System.out.printf(
                "after %,d requests: %,d bytes are live, %.3f times as many; answered 5xx: %d%n",
                endurance.next.get(), late, (double) late / early, endurance.errors.get());
        System.exit(late > early * MOST_GROWTH || endurance.errors.get() > 0 ? 1 : 0);
    }

    /** Sends requests until there were so many. */
    private void send(long until) throws InterruptedException {
        Thread[] clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> new Thread(() -> work(until)))
                .toArray(Thread[]::new);
        for (Thread client : clients) {
            client.start();
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void work(long until) {
        while (next.get() < until) {
            try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                boolean open = true;
                while (open && next.get() < until) {
                    open = exchange(socket, in, next.getAndIncrement());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One round of 16 requests makes a space, works in it, and drops it. */
    private boolean exchange(Socket socket, InputStream in, long number) throws IOException {
        long round = number / 16;
        String space = "/_dmock/spaces/round-" + round % 50;
        return switch ((int) (number % 16)) {
            case 0 -> exchange(socket, in, "PUT", space, "{\"api\": \"" + (round % 2 == 0 ? "docs" : "v5.3") + "\"}");
            case 1 -> exchange(socket, in, "POST", space + "/api/v1/sources", SOURCE.formatted(number));
            case 2 -> exchange(socket, in, "POST", space + "/api/v1/tasks", TASK.formatted(number - 1));
            case 3 -> exchange(socket, in, "GET", space + "/api/v1/tasks/t" + (number - 2) + "/status", "");
            case 4 -> exchange(socket, in, "GET", "/api/v1/tasks/unknown-" + number + "/status", "");
            case 5 -> exchange(socket, in, "GET", "/path/" + number, "");
            case 6 -> exchange(socket, in, "M" + number, "/api/v1/sources", "");
            case 7 -> exchange(socket, in, "POST", "/api/v1/sources", "{\"name-" + number + "\": " + number);
            case 8 -> exchange(socket, in, "GET", "/_dmock/" + number, "");
            case 9 -> exchange(socket, in, "POST", "/api/v1/sources", SOURCE.formatted(round % 40));
            case 10 -> exchange(socket, in, "DELETE", "/api/v1/sources/s" + (round + 20) % 40 + "?force=true", "");
            case 11 -> exchange(socket, in, "GET", "/api/v1/sources?with_status=true&x=" + number, "");
            case 12 -> exchange(socket, in, "PATCH", space + "/_dmock/world", """
                    {"sql": {"address": "h%1$d:3306", "statements": ["CREATE DATABASE d%1$d"]}}""".formatted(number));
            case 13 -> exchange(socket, in, "POST", space + "/_dmock/snapshots", "{\"name\": \"n" + number + "\"}");
            case 14 -> exchange(socket, in, "GET", space + "/_dmock/timeline", "");
            default -> exchange(socket, in, "DELETE", space, "");
        };
    }

    private boolean exchange(Socket socket, InputStream in, String method, String path, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line(in);
        long length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase();
            length = lower.startsWith("content-length:") ? Long.parseLong(header.substring(15).strip()) : length;
            chunked |= lower.startsWith("transfer-encoding: chunked");
            open &= !lower.startsWith("connection: close");
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size + 2L);
            chunked = size > 0;
        }
        if (status.startsWith("HTTP/1.1 5")) {
            errors.incrementAndGet();
            System.out.println(status + " to " + method + " " + path);
        }
        return open;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server ends the connection");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /** The live bytes of a Java process, after a full collection. */
    private static long liveBytes(String pid) throws IOException {
        Process jcmd = new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", pid, "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String all = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = all.lines().filter(l -> l.startsWith("Total")).findFirst().orElseThrow(() -> new IOException(all));
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }
}
