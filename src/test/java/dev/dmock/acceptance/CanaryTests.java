package dev.dmock.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A password that is put wherever one can be put comes out nowhere but where it was asked for. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

    private static final String CANARY = "c4nary";

    /** As a key is shown in the file of a task. */
    private static final String CANARY_BYTES =
            CANARY.chars().mapToObj(Integer::toString).collect(joining(" "));

    private static final WireClient CLIENT = new WireClient();

    @LocalServerPort
    private int port;

    private String base = "";

    private Reply call(String method, String path) {
        return CLIENT.sendOnce(Call.of(method, base, path));
    }

    private Reply call(String method, String path, String json) {
        return CLIENT.sendOnce(Call.of(method, base, path).with("application/json", json));
    }

    /** The answer is the world, with its accounts, so that it can be put back; or it says what is wrong. */
    private void sql(String statement) {
        Reply reply = call("PATCH", "/_dmock/world", """
                {"sql": {"address": "127.0.0.1:3306", "statements": ["%s"]}}""".formatted(statement));
        if (reply.status() != 200) {
            assertThat(reply.text()).as(statement).doesNotContain(CANARY);
        }
    }

    private static String source(String name, String password, boolean v8) {
        String source = """
                {"source_name": "%s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "%s",
                 "enable_gtid": false, "enable": true}""".formatted(name, password);
        return v8 ? "{\"source\": " + source + "}" : source;
    }

    private static String task(String password) {
        return """
                {"remove_meta": false, "task": {"name": "t", "task_mode": "all", "enhance_online_schema_change": true,
                 "on_duplicate": "error", "meta_schema": "dm_meta", "shard_mode": "pessimistic",
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "%s",
                  "security": {"ssl_ca_content": "x", "ssl_cert_content": "x",
                   "ssl_key_content": "-----BEGIN PRIVATE KEY-----%s-----END PRIVATE KEY-----"}},
                 "table_migrate_rule": [{"source": {"source_name": "s", "schema": "db1", "table": "table1"},
                                         "target": {"schema": "db1", "table": "table1"}}],
                 "source_config": {"source_conf": [{"source_name": "s"}]}}}""".formatted(password, password);
    }

    private void putItEverywhere(String version) {
        boolean v8 = version.startsWith("v8");
        assertThat(call("PUT", "/_dmock/world", """
                {"api": "%s", "pace": "manual",
                 "upstreams": [{"address": "127.0.0.1:3306", "user": "root", "password": "c4nary-world",
                   "databases": {"db1": {"table1": "CREATE TABLE table1 (id INT PRIMARY KEY)"}},
                   "sql": ["CREATE USER 'b' IDENTIFIED BY 'c4nary-user'"]}],
                 "downstreams": [{"address": "127.0.0.1:4000", "user": "root", "password": "c4nary-target"}]}""".formatted(version)).status())
                .isEqualTo(200);
        assertThat(call("POST", "/api/v1/sources", source("s", "c4nary-world", v8))
                        .status())
                .isEqualTo(201);
        assertThat(call("POST", "/api/v1/sources", source("w", "c4nary-wrong", v8))
                        .status())
                .isEqualTo(400);
        call("POST", "/api/v1/sources", "{\"source_name\": 7, \"password\": \"c4nary-schema\"}");
        call("POST", "/api/v1/sources", "{\"password\": \"c4nary-cut");
        call("POST", "/api/v1/sources?password=c4nary-query", "{}");
        call("POST", "/api/v1/sources?a=1&pass%77ord%5B%5D=a%26c4nary-query", "{}");
        call("POST", "/api/v1/sources?body=%7B%22password%22%3A%22c4nary-query%22%7D", "{}");
        call("GET", "/api/v1/sources/password=c4nary-path/status");
        call("GET", "/api/v1/sources/mysql:%2F%2Froot:c4nary-path@127.0.0.1/status");
        call("DELETE", "/api/v1/tasks/%7B%22password%22%3A%22c4nary-path%22%7D");
        call("GET", "/api/v1/nothing/password=c4nary-path");
        call("POST", "/api/v1/sources", "{\"source_name\": \"x\", \"Password\": [\"c4nary-list\"]}");
        call("POST", "/api/v1/sources", "{\"source_name\": \"x\", \"password\": {\"is\": \"c4nary-object\"}}");
        call("POST", "/api/v1/sources", "{\"Password\": [\"c4nary-list\"], \"source_name\": ");
        call("PUT", "/api/v1/sources/s", source("s", "c4nary-put", v8));
        call("POST", "/api/v1/tasks", task("c4nary-target"));
        call("POST", "/api/v1/tasks", task("c4nary-no"));
        call("POST", "/api/v1/tasks/converters", task("c4nary-convert"));
        call(
                "POST",
                "/api/v1/tasks/converters",
                "{\"task_config_file\": \"target-database:\\n  password: c4nary-file\"}");
        call(
                "POST",
                "/api/v1/tasks/converters",
                "{\"task_config_file\": \"target-database:\\n  password: |\\n    the c4nary-file\\n  port: [\"}");
        call("POST", "/api/v1/tasks/templates", task("c4nary-template"));
        sql("CREATE USER 'a'@'%' IDENTIFIED BY 'c4nary-sql'");
        sql("CREATE USER 'c' IDENTIFIED BY 'it''s c4nary'");
        sql("CREATE USER 'd' IDENTIFIED BY 'it\\\\'s c4nary'");
        sql("CREATE USER 'e' IDENTIFIED WITH mysql_native_password BY 'c4nary-with'");
        sql("SET PASSWORD FOR 'a'@'%' = 'c4nary-set'");
        sql("SET PASSWORD FOR 'a'@'%' = PASSWORD('c4nary-set')");
        sql("ALTER USER 'a'@'%' IDENTIFIED BY 'c4nary-alter'");
        sql("GRANT ALL ON *.* TO 'f' IDENTIFIED BY 'c4nary-grant' WITH NOTHING");
        call("PUT", "/_dmock/world", "{\"upstreams\": [{\"address\": 7, \"password\": \"c4nary-bad\"}]}");
        call("PUT", "/_dmock/world", "{\"upstreams\": [{\"address\": \"a:1\", \"password\": \"c4nary-broken");
        call("POST", "/_dmock/journal/verify", "{\"body\": {\"password\": \"c4nary-verify\"}}");
        call("POST", "/_dmock/clock", "{\"advance\": \"PT1M\"}");
        assertThat(call("POST", "/_dmock/snapshots", "{\"name\": \"n\"}").status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "v5.3", "v8.1", "v8.5"})
    void itComesOutNowhere(String version, CapturedOutput output) throws Exception {
        String space = "/_dmock/spaces/canary-" + UUID.randomUUID();
        base = "http://127.0.0.1:" + port + space;
        putItEverywhere(version);

        for (String path : new String[] {
            "/_dmock/journal",
            "/_dmock/journal?operationId=DMAPICreateSource",
            "/_dmock/timeline",
            "/_dmock/coverage",
            "/_dmock/snapshots",
            "/_dmock/snapshots/n",
            "/_dmock/faults",
            "/_dmock/console",
            "/_dmock/clock",
            "/api/v1/sources?with_status=true",
        }) {
            Reply reply = call("GET", path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            hides(reply.text(), path);
        }
        for (String path : new String[] {"/_dmock/spaces", "/_dmock/metrics", "/_dmock/info", "/_dmock/health"}) {
            hides(
                    CLIENT.sendOnce(Call.of("GET", "http://127.0.0.1:" + port, path))
                            .text(),
                    path);
        }
        assertThat(firstPicture()).contains("data: ");
        hides(firstPicture(), "the console's stream");
        assertThat(call("GET", "/_dmock/journal").text()).contains("******");
        assertThat(call("GET", "/_dmock/snapshots/n?secrets=true").text()).contains(CANARY);
        hides(output.getAll(), "the log");
    }

    /** Shows no more than what is around it, if it is there. */
    private static void hides(String text, String where) {
        int found = text.indexOf(CANARY);
        assertThat(found < 0 ? "" : text.substring(Math.max(0, found - 200), found + CANARY.length()))
                .as(where)
                .isEmpty();
        assertThat(text.replaceAll("[^0-9]+", " ")).as("%s, as numbers", where).doesNotContain(CANARY_BYTES);
    }

    /** What an open console is told. */
    private String firstPicture() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/_dmock/console/stream"))
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            StringBuilder picture = new StringBuilder();
            for (String line = lines.readLine();
                    line != null && !(line.isEmpty() && picture.indexOf("data: ") >= 0);
                    line = lines.readLine()) {
                picture.append(line).append('\n');
            }
            return picture.toString();
        }
    }
}
