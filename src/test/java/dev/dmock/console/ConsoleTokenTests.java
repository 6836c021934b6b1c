package dev.dmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The console of a server whose control API wants a token: it shows nothing before it has got that, and all of it then. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "dmock.control.token=let-me-in")
class ConsoleTokenTests {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @LocalServerPort
    private int port;

    private Reply get(String path) {
        return new WireClient().send(Call.of("GET", "http://127.0.0.1:" + port, path));
    }

    private Reply get(String path, String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return new WireClient().send(new Call("GET", "http://127.0.0.1:" + port, path, headers, null));
    }

    private static Browser browser() throws IOException, InterruptedException {
        Browser.assumeThere();
        Browser browser = Browser.start();
        browser.size(1280, 900);
        return browser;
    }

    private static void fill(Browser browser, String token) {
        browser.await("document.querySelector('#unlock').checkVisibility()");
        browser.evaluate("document.querySelector('#token').focus()");
        browser.type(token);
        browser.press("Enter");
    }

    private static void click(Browser browser, String selector) {
        browser.await("document.querySelector('" + selector + "') !== null");
        browser.evaluate("document.querySelector('" + selector + "').click()");
    }

    private static String text(String selector) {
        return "(document.querySelector('" + selector + "')?.textContent ?? '')";
    }

    @Test
    void nothingOfASpaceComesOutWithoutIt() {
        Scene scene = new Scene(port, "secretive");
        scene.source("hidden-source", 3306);
        String console = "/_dmock/spaces/secretive/_dmock/console";
        assertThat(get(console).status()).isEqualTo(200);
        assertThat(get(console).text()).contains("id=\"token\"").doesNotContain("hidden-source", "worker1");
        assertThat(get(console, "let-me-out").text()).doesNotContain("hidden-source", "worker1");
        assertThat(get(console + "/stream").status()).isEqualTo(401);
        assertThat(get(console, "let-me-in").text()).contains("hidden-source", "worker1");

        assertThat(get("/_dmock/spaces/not-there/_dmock/console").status()).isEqualTo(200);
        assertThat(get("/_dmock/spaces/not-there/_dmock/docs").status()).isEqualTo(200);
        assertThat(get("/_dmock/spaces/not-there/_dmock/openapi.json").text()).contains("\"bearer\"");
        assertThat(get("/_dmock/spaces", "let-me-in").text())
                .contains("\"secretive\"")
                .doesNotContain("not-there");
    }

    @Test
    void aPersonGivesItOnce() throws IOException, InterruptedException {
        Scene scene = new Scene(port, "guarded");
        scene.source("s1", 3306);
        Files.createDirectories(PICTURES);
        try (Browser browser = browser()) {
            browser.open(scene.console());
            browser.await("document.querySelector('#unlock').checkVisibility()");
            Files.write(PICTURES.resolve("console-locked.png"), browser.picture(true));
            assertThat(violations(browser)).isEmpty();
            assertThat(browser.evaluate(text("#outcome")).asString()).isEmpty();

            fill(browser, "let-me-out");
            browser.await(text("#outcome") + ".startsWith('Refused: the control API wants the token')");
            assertThat(browser.evaluate("document.querySelector('#sources')").isNull())
                    .isTrue();

            fill(browser, "let-me-in");
            browser.await(text("#connection") + " === 'Live'");
            assertThat(browser.evaluate(text("#sources h3")).asString()).isEqualTo("s1");
            assertThat(browser.evaluate("document.querySelector('#unlock').checkVisibility()")
                            .asBoolean())
                    .isFalse();
            assertThat(browser.evaluate("document.querySelector('#api').value").asString())
                    .isEqualTo("docs");
            assertThat(browser.evaluate("document.querySelectorAll('.menu li').length")
                            .asInt())
                    .isPositive();
            assertThat(browser.evaluate("Object.values(sessionStorage).join() + document.cookie + localStorage.length")
                            .asString())
                    .as("where the token is kept")
                    .isEqualTo("let-me-in0");

            browser.evaluate("document.querySelector('#now button').click()");
            browser.await(text("#now .badge") + " === 'frozen'");
            scene.source("s2", 3307);
            browser.await("document.querySelectorAll('#sources article').length === 2");

            browser.open(scene.console());
            browser.await(text("#connection") + " === 'Live'");
            assertThat(browser.evaluate("document.querySelectorAll('#sources article').length")
                            .asInt())
                    .isEqualTo(2);
            Files.write(PICTURES.resolve("console-unlocked.png"), browser.picture(true));
            assertThat(violations(browser)).isEmpty();
        }
    }

    private static List<String> violations(Browser browser) throws IOException {
        browser.evaluate(
                new ClassPathResource(ConsoleBrowserTests.AXE).getContentAsString(StandardCharsets.UTF_8) + ";1");
        JsonNode found = browser.evaluate("axe.run().then(r => r.violations.map("
                + "v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')))");
        return found.values().stream().map(JsonNode::asString).toList();
    }

    /** What Swagger UI of the control API says about the world, once it has the token. */
    @Test
    void swaggerUiAsksForItToo() throws IOException, InterruptedException {
        try (Browser browser = browser()) {
            browser.open("http://127.0.0.1:" + port + "/_dmock/docs");
            click(browser, ".auth-wrapper .authorize");
            browser.await("document.querySelector('.auth-container input') !== null");
            browser.evaluate("document.querySelector('.auth-container input').focus()");
            browser.type("let-me-in");
            browser.press("Enter");
            click(browser, ".auth-container .btn-done");
            click(browser, "#operations-world-showWorld .opblock-summary-control");
            click(browser, "#operations-world-showWorld .try-out__btn");
            click(browser, "#operations-world-showWorld .execute");
            browser.await(text("#operations-world-showWorld .live-responses-table tbody .response-col_status")
                    + ".includes('200')");
        }
    }
}
