package dev.dmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The console in a real browser: what it shows by itself, what one can do on it, and who can use it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTests {

    private static final Path PICTURES = Path.of("target", "screenshots");
    static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final AtomicInteger SPACES = new AtomicInteger();

    @LocalServerPort
    private int port;

    private Browser browser;
    private Scene scene;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Browser.assumeThere();
        Files.createDirectories(PICTURES);
        browser = Browser.start();
    }

    @AfterAll
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.size(1280, 900);
        browser.dark(false);
        scene = new Scene(port, "console-" + SPACES.incrementAndGet());
    }

    private void show() {
        browser.open(scene.console());
        browser.await("document.getElementById('connection').textContent === 'Live'");
    }

    private static String text(String selector) {
        return "(document.querySelector('" + selector + "')?.textContent ?? '')";
    }

    private void click(String selector) {
        browser.evaluate("document.querySelector('" + selector + "').click()");
    }

    private void fill(String selector, String value) {
        browser.evaluate("document.querySelector('" + selector + "').value = '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280, false", "dark, 1280, true", "narrow, 360, false", "narrow-dark, 360, true"})
    void isForEverybody(String name, int width, boolean dark) throws IOException {
        scene.play();
        browser.size(width, 900);
        browser.dark(dark);
        show();
        Files.write(PICTURES.resolve("window-" + name + ".png"), browser.picture(false));
        click("#journal details summary");
        Files.write(PICTURES.resolve("console-" + name + ".png"), browser.picture(true));

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .as("nothing sticks out")
                .isLessThanOrEqualTo(width);
        browser.evaluate(new ClassPathResource(AXE).getContentAsString(StandardCharsets.UTF_8) + ";1");
        JsonNode violations = browser.evaluate("axe.run().then(r => r.violations.map("
                + "v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')))");
        assertThat(violations.values().stream().map(JsonNode::asString)).isEmpty();
    }

    @Test
    void theMenuFitsNarrowWindows() throws IOException {
        scene.call("PUT", "/_dmock/world", "{}", 200);
        browser.size(360, 900);
        show();
        click(".menu summary");
        Files.write(PICTURES.resolve("menu-narrow.png"), browser.picture(false));
        assertThat(browser.evaluate("Math.ceil(document.querySelector('.sheet').getBoundingClientRect().right)")
                        .asInt())
                .isLessThanOrEqualTo(360);
    }

    /** The pages of both documents, as they are filled in on a fresh start. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/docs, source-DMAPICreateSource, 201",
        "/_dmock/docs, faults-armFault, 201",
    })
    void examplesOfDocumentsCanBeSent(String page, String operation, String status) throws IOException {
        scene.call("PUT", "/_dmock/world", "{'api': 'v8.5'}", 200);
        browser.open(scene.at(page));
        String block = "#operations-" + operation;
        browser.await("document.querySelector('" + block + "')");
        click(block + " .opblock-summary-control");
        browser.await("document.querySelector('" + block + " .try-out__btn')");
        click(block + " .try-out__btn");
        browser.await("document.querySelector('" + block + " .execute')");
        click(block + " .execute");
        browser.await(
                text(block + " .live-responses-table tbody .response-col_status") + ".startsWith('" + status + "')");
        Files.write(PICTURES.resolve("swagger-" + operation + ".png"), browser.picture(false));
        assertThat(browser.evaluate("performance.getEntriesByType('resource').map(r => r.name)"
                                + ".filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))")
                        .size())
                .as("nothing comes from elsewhere")
                .isZero();
    }

    @Test
    void showsAtOnceWhatOthersDo() {
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        show();
        browser.evaluate("document.querySelector('#statements').value = 'half a statement'");
        scene.source("s<b>1", 3306);
        browser.await(text("#sources h3") + " === 's<b>1'");
        scene.task("t", "all", "", "s<b>1:db1.table1>db1.table1");
        browser.await(text(".subtask .badge") + " === 'Running'");
        browser.await(text("#journal summary") + ".includes('POST')");
        scene.call("POST", "/api/v1/tasks/t/pause", null, 200);
        browser.await(text(".subtask .badge") + " === 'Paused'");

        assertThat(browser.evaluate(text("#outcome")).asString()).contains("Task t on s<b>1: Paused");
        assertThat(browser.evaluate("document.querySelector('#statements').value")
                        .asString())
                .isEqualTo("half a statement");
    }

    @Test
    void canBeUsedByKeyboard() {
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'instant'}", 200);
        show();
        browser.press("Tab");
        assertThat(browser.evaluate("document.activeElement.className").asString())
                .isEqualTo("skip");
        browser.evaluate("document.querySelector('#member-worker1 button').focus()");
        browser.press("Enter");
        browser.await(text("#member-worker1 .badge") + " === 'offline'");
        assertThat(browser.evaluate("document.activeElement.textContent").asString())
                .as("the focus stays where it was")
                .isEqualTo("Bring online");
        browser.press("Enter");
        browser.await(text("#member-worker1 .badge") + " === 'free'");
    }

    @Test
    void actsThroughTheControlApi() {
        scene.call("PUT", "/_dmock/world", "{'api': 'v5.3', 'pace': 'manual'}", 200);
        scene.source("s1", 3306);
        scene.advance("PT5S");
        scene.task("t", "all", "", "s1:db1.table1>db1.table1");
        show();
        String before = browser.evaluate("document.querySelector('#now time').dataset.millis")
                .asString();
        click("button[value=PT1H]");
        browser.await("document.querySelector('#now time').dataset.millis - " + before + " === 3600000");
        browser.await(text(".way li:last-child .unit") + " === 'Sync'");

        fill("#address", "127.0.0.1:3306");
        fill("#statements", "CREATE TABLE db1.more (id INT PRIMARY KEY);\\nINSERT INTO db1.more VALUES (1);");
        click("#sql button");
        browser.await(text("#outcome") + " === 'Done.'");
        assertThat(scene.get("/_dmock/world").text()).contains("more");

        fill("#statements", "nonsense;");
        click("#sql button");
        browser.await(text("#outcome") + ".startsWith('Refused: sql')");

        browser.evaluate("const f = document.querySelector('#fault'); f.value = 'http-status';"
                + "f.dispatchEvent(new Event('change', {bubbles: true}))");
        fill("#http-status-times", "2");
        fill("#http-status-status", "418");
        click("#arm .stack > button");
        browser.await(text("#faults strong") + " === 'http-status'");
        assertThat(scene.get("/api/v1/sources").status()).isEqualTo(418);
        browser.await(text("#faults .binding") + ".includes('struck 1 of 2')");
        click("#faults button");
        browser.await("document.querySelectorAll('#faults li').length === 0");

        click("#now button");
        browser.await(text("#now .badge") + " === 'running'");
        click("#reset");
        click("#reset-dialog button[value=reset]");
        browser.await("document.querySelectorAll('.task').length === 0");
    }

    @Test
    void doesNotBringADroppedSpaceBack() {
        scene.call("PUT", "/_dmock/world", "{}", 200);
        show();
        String name = scene.console().replaceAll(".*/spaces/|/_dmock/console", "");
        scene.drop(name);
        browser.await(text("#connection") + ".startsWith('Not live')");
        assertThat(scene.exists(name)).isFalse();
    }
}
