package dev.dmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of other origins, in a real browser, can neither drive the control API nor read what it says, whatever they call it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPageTests {

    private static final String EVIL = "evil.example";

    /** What a page can try: each freezes the clock if it gets through. */
    private static final String ATTEMPTS = """
            (async () => {
                const to = '%s/_dmock/clock', freeze = '{"freeze": true}';
                const fetches = [
                    {mode: 'no-cors', body: freeze},
                    {mode: 'no-cors', body: freeze, headers: {'Content-Type': 'text/plain'}, referrerPolicy: 'no-referrer'},
                    {mode: 'cors', body: freeze, headers: {'Content-Type': 'application/json'}},
                    {mode: 'cors', body: new Blob([freeze], {type: 'application/json'}), credentials: 'include'},
                    {mode: 'no-cors', body: new Blob([freeze])},
                ];
                const outcomes = [];
                for (const options of fetches) {
                    outcomes.push(await fetch(to, {method: 'POST', ...options}).then(a => a.type + a.status, () => 'failed'));
                }
                navigator.sendBeacon(to, new Blob([freeze], {type: 'text/plain'}));
                const frame = document.createElement('iframe');
                frame.name = 'frame';
                document.body.append(frame);
                const form = document.createElement('form');
                Object.assign(form, {method: 'POST', action: to, enctype: 'text/plain', target: 'frame'});
                const field = document.createElement('input');
                Object.assign(field, {name: '{"freeze": true, "x": "', value: '"}'});
                form.append(field);
                document.body.append(form);
                const loaded = new Promise(done => frame.addEventListener('load', done));
                form.submit();
                await loaded;
                outcomes.push(await fetch('%s/_dmock/world').then(a => a.text(), () => 'unread'));
                return outcomes.join();
            })()""";

    @LocalServerPort
    private int port;

    private HttpServer other;
    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Browser.assumeThere();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>another</title><body>".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        browser = Browser.start(EVIL);
    }

    @AfterAll
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
            other.stop(0);
        }
    }

    private String clock() {
        return new WireClient()
                .send(Call.of("GET", "http://127.0.0.1:" + port, "/_dmock/clock"))
                .text();
    }

    private String attempts(String server) {
        return browser.evaluate(ATTEMPTS.formatted(server, server)).asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", EVIL})
    void ofAnotherServer(String host) {
        for (String name : new String[] {"127.0.0.1", "localhost", EVIL}) {
            browser.open("http://" + host + ":" + other.getAddress().getPort() + "/?" + name);
            assertThat(attempts("http://" + name + ":" + port))
                    .as("from %s to %s", host, name)
                    .endsWith(",unread");
            assertThat(clock()).contains("\"frozen\":false");
        }
    }

    /** A name that first led to its own server and then leads to this one: to the browser both are one origin. */
    @Test
    void ofANameThatWasMadeToLeadHere() {
        browser.open("http://" + EVIL + ":" + port + "/_dmock/console");
        assertThat(browser.evaluate("document.body.textContent").asString()).contains("is not called " + EVIL);
        assertThat(attempts("http://" + EVIL + ":" + port)).contains("basic403").contains("is not called " + EVIL);
        assertThat(clock()).contains("\"frozen\":false");
    }

    @Test
    void itsOwnPageCanDoSo() {
        browser.open("http://127.0.0.1:" + port + "/_dmock/console");
        browser.evaluate("fetch('clock', {method: 'POST', body: '{\"freeze\": true}',"
                + " headers: {'Content-Type': 'application/json'}}).then(a => a.status)");
        assertThat(clock()).contains("\"frozen\":true");
        new WireClient().send(Call.of("POST", "http://127.0.0.1:" + port, "/_dmock/reset"));
        assertThat(clock()).contains("\"frozen\":false");
    }
}
