package dev.dmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console as it goes over the wire. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsolePageTests {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void showsAllOfASpace() {
        Scene scene = new Scene(port, "page");
        scene.play();
        String page = scene.get("/_dmock/console").text();
        assertThat(page)
                .contains("DMock console, space page", "frozen")
                .contains("Task orders", "pessimistic sharding", "Shard DDL lock", "`shop`.`orders_1`")
                .contains("[code=", "Error of people on mysql-03", "leader", "holds mysql-01")
                .contains("Relay on", "http-status", "struck 1 of 1 times", "error 46018", "POST</b>")
                .doesNotContain("th:", "${");
    }

    @Test
    void escapesWhatComesFromOutside() {
        Scene scene = new Scene(port, "escapes");
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        scene.source("<script>alert(1)</script>", 3306);
        scene.get("/api/v1/tasks/%3Cimg%20src=x%20onerror=alert(2)%3E/status");
        assertThat(scene.get("/_dmock/console").text())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "<img");
    }

    /** The page is made of a template, in which such names would be expressions. */
    @Test
    void namesAreNotCarriedOut() {
        Scene scene = new Scene(port, "expressions");
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        for (String name : List.of("|${1357*2467}|", "__${1357*2467}__", "[[${1357*2467}]]")) {
            scene.source(name, 3306);
            scene.task(name, "all", "", name + ":db1.table1>db1.table1");
        }
        assertThat(scene.get("/_dmock/console").text())
                .contains("Task __${1357*2467}__", "Source [[${1357*2467}]]")
                .doesNotContain("3347719");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console.css", "console.js", "icon.svg"})
    void bringsItsOwnFiles(String file) {
        Reply reply = new Scene(port, "files").get("/_dmock/console/files/" + file);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain("http://cdn", "https://");
    }

    @Test
    void leavesPasswordsOut() {
        Scene scene = new Scene(port, "secret");
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        scene.call(
                "POST",
                "/api/v1/sources",
                "{'source_name': 's', 'host': '127.0.0.1', 'port': 3306, 'user': 'root', 'password': 'hush-hush',"
                        + " 'enable_gtid': false}",
                201);
        assertThat(scene.get("/_dmock/console").text())
                .contains("root@127.0.0.1:3306")
                .doesNotContain("hush-hush");
    }

    @Test
    void tellsWhatChanges() throws IOException, InterruptedException {
        Scene scene = new Scene(port, "stream");
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        HttpRequest listen =
                HttpRequest.newBuilder(URI.create(scene.console() + "/stream")).build();
        HttpResponse<InputStream> stream = client.send(listen, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("content-type")).hasValue("text/event-stream;charset=utf-8");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(event(lines)).contains("No source yet");
            scene.source("s1", 3306);
            assertThat(event(lines)).contains("aria-label=\"Source s1\"");
            scene.call("PATCH", "/_dmock/world", "{'worker_offline': 'worker1'}", 200);
            assertThat(event(lines)).contains("worker_online");
        }
    }

    /** The lines of the next event. */
    private static String event(BufferedReader lines) throws IOException {
        List<String> read = new ArrayList<>();
        String line = lines.readLine();
        while (line != null && (read.isEmpty() || !line.isEmpty())) {
            if (line.startsWith("data: ")) {
                read.add(line);
            }
            line = lines.readLine();
        }
        return String.join("\n", read);
    }

    @Test
    void streamsNothingOfASpaceThatIsNotThere() {
        Scene scene = new Scene(port, "never-made");
        assertThat(scene.get("/_dmock/console/stream").status()).isEqualTo(204);
        assertThat(scene.exists("never-made")).isFalse();
    }
}
