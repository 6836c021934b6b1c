import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * How long it takes, over HTTP and one request after the other, to make spaces, to reset them and to go back to snapshots:
 *
 * <pre>java bench/Spaces.java [base URL, else http://127.0.0.1:8261] [how many, else 1000]</pre>
 *
 * The server should do nothing else; its spaces whose names begin with {@code bench-} are dropped in the end.
 */
final class Spaces {

    private static final String SOURCE = """
            {"source_name": "s1", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456",
             "enable_gtid": false}""";
    private static final String TASK = """
            {"remove_meta": false, "task": {"name": "t1", "task_mode": "all", "enhance_online_schema_change": true,
             "on_duplicate": "error",
             "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
             "table_migrate_rule": [{"source": {"source_name": "s1", "schema": "db1", "table": "table1"},
                                     "target": {"schema": "db1", "table": "table1"}}],
             "source_config": {"source_conf": [{"source_name": "s1"}]}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    private Spaces(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) {
        String base = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8261";
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        new Spaces(base).measure(count);
    }

    private void measure(int count) {
        System.out.printf("%-44s %8s %8s %8s %8s%n", "milliseconds", "median", "90 %", "99 %", "longest");
        for (int i = 0; i < 300; i++) {
            migrate("bench-warm-" + i);
            send("DELETE", "/_dmock/spaces/bench-warm-" + i, null);
        }
        time("make a space (PUT)", count, i -> send("PUT", "/_dmock/spaces/bench-put-" + i, null));
        time("make a space (first use)", count, i -> send("GET", "/_dmock/spaces/bench-use-" + i + "/api/v1/sources", null));
        time("use each of " + 2 * count + " spaces in turn", 2 * count,
                i -> send("GET", "/_dmock/spaces/bench-" + (i % 2 == 0 ? "put-" : "use-") + i / 2 + "/api/v1/sources", null));
        time("list them", 20, i -> send("GET", "/_dmock/spaces", null));
        time("drop a space", count, i -> send("DELETE", "/_dmock/spaces/bench-use-" + i, null));
        for (int i = 0; i < count; i++) {
            migrate("bench-put-" + i);
        }
        time("reset a space with a source and a task", count,
                i -> send("POST", "/_dmock/spaces/bench-put-" + i + "/_dmock/reset", null));
        migrate("bench-put-0");
        String space = "/_dmock/spaces/bench-put-0/_dmock";
        time("reset one, again and again", count, i -> send("POST", space + "/reset", null));
        migrate("bench-put-0");
        time("save a snapshot", count, i -> send("POST", space + "/snapshots", "{\"name\": \"s\"}"));
        time("go back to it", count, i -> send("POST", space + "/snapshots/s/restore", null));
        time("replace the world", count, i -> send("PUT", space + "/world", "{\"workers\": 5}"));
        for (int i = 0; i < count; i++) {
            send("DELETE", "/_dmock/spaces/bench-put-" + i, null);
        }
    }

    private void migrate(String space) {
        send("POST", "/_dmock/spaces/" + space + "/api/v1/sources", SOURCE);
        send("POST", "/_dmock/spaces/" + space + "/api/v1/tasks", TASK);
    }

    private static void time(String what, int count, IntConsumer work) {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f %8.2f %8.2f %8.2f%n",
                what,
                millis[count / 2],
                millis[count * 9 / 10],
                millis[count * 99 / 100],
                millis[count - 1]);
    }

    private void send(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
