package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A case is played in order against a server whose answers are given here; the last of them is repeated. */
class CasePlayerTests {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer server;
    private int worldStatus = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void laysTheWorldThenPlaysRequestsAndEventsWithWhatWasCaptured() {
        answers("{\"data\": [{\"worker_name\": \"worker2\"}]}", "[\"worker2\"]");
        assertThat(play("""
                        - send: {method: GET, path: /status}
                          capture: {w: data.0.worker_name}
                          expect: {status: 200, type: application/json, json: {data: [{worker_name: <worker>}]}}
                        - world: {worker_offline: '{{w}}'}
                        - send: {method: POST, path: '/of/{{w}}', json: {name: '{{w}}'}, base: 'http://127.0.0.1:8361'}
                          expect: {status: 200, type: application/json, json: ['{{w}}']}
                        """)).isEmpty();
        assertThat(asked)
                .containsExactly(
                        "PUT /_dmock/world {\"api\": \"v5.3\", \"masters\": 3}",
                        "GET /status ",
                        "PATCH /_dmock/world {\"worker_offline\": \"worker2\"}",
                        "POST /of/worker2 {\"name\": \"worker2\"}");
    }

    @Test
    void repeatsUntilTheWholeAnswerFits() {
        answers(
                "{\"stage\": \"New\", \"n\": 1}",
                "{\"stage\": \"Running\", \"n\": 0}",
                "{\"stage\": \"Running\", \"n\": 1}");
        assertThat(play("""
                        - send: {method: GET, path: /status}
                          until: {json: {stage: Running}}
                          expect: {status: 200, type: application/json, json: {stage: Running, n: 1}}
                        """)).isEmpty();
        assertThat(asked).hasSize(4);
    }

    @Test
    void givesUpWaitingAndSaysWhatNeverCame() {
        answers("{\"stage\": \"New\"}");
        assertThat(play("""
                        - name: it runs
                          send: {method: GET, path: /status}
                          until: {json: {stage: Running}}
                          within: 1
                          expect: {status: 200, type: application/json, json: {stage: <text>}}
                        """)).containsExactly("step 1 (it runs): $.json.stage: \"New\", expected \"Running\"");
        assertThat(asked).hasSizeGreaterThan(2);
    }

    @Test
    void goesOnAfterADifferenceUnlessTheStepEndsTheCase() {
        answers("1");
        String first = "- send: {method: GET, path: /a}\n  expect: {status: 200, type: application/json, json: 2}\n";
        String second = "- send: {method: GET, path: /b}\n  expect: {status: 200, type: application/json, json: 1}\n";
        assertThat(play(first + second)).containsExactly("step 1 (GET /a): $.json: 1, expected 2");
        assertThat(asked).hasSize(3);
        assertThat(play(first + "  stop_on_difference: true\n" + second)).hasSize(1);
        assertThat(asked).hasSize(5);
    }

    @Test
    void endsWhereThereIsNothingToCapture() {
        answers("{\"data\": []}");
        assertThat(play("""
                        - send: {method: GET, path: /a}
                          capture: {w: data.0.name}
                          expect: {status: 200, type: application/json, json: {data: []}}
                        - send: {method: GET, path: '/{{w}}'}
                          expect: {status: 404}
                        """)).containsExactly("step 1 (GET /a): nothing at data.0.name to capture");
    }

    @Test
    void aRefusedWorldIsNoAnswerOfTheCase() {
        worldStatus = 400;
        answers("{}");
        assertThatThrownBy(() -> play("  []")).hasMessageContaining("the world was refused: 400");
    }

    @Test
    void aLocationNamesTheRealMaster() {
        answers("moved");
        assertThat(play("""
                        - send: {method: GET, path: /a, follow: false, show_headers: [Location, Allow]}
                          expect: {status: 307, headers: {Location: 'http://127.0.0.1:8261/b', Allow: null}}
                        """)).isEmpty();
    }

    private void answers(String... bodies) {
        answers.addAll(Arrays.asList(bodies));
    }

    private List<String> play(String steps) {
        RecordedCase recorded = RecordedCase.of(
                new YAMLMapper().readTree("case: a/b\napi: v5.3\nworld: {masters: 3}\nsteps:\n" + steps),
                URI.create("case:a"));
        Masters masters = Masters.onPorts(List.of(server.getAddress().getPort()));
        return new CasePlayer(new WireClient(), masters, Duration.ofSeconds(5)).play(recorded);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        if (exchange.getRequestURI().getPath().startsWith("/_dmock/")) {
            exchange.sendResponseHeaders(worldStatus, -1);
        } else if ("moved".equals(answers.peek())) {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/b");
            exchange.sendResponseHeaders(307, -1);
        } else {
            byte[] json = (answers.size() > 1 ? answers.remove() : answers.element()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
        exchange.close();
    }
}
