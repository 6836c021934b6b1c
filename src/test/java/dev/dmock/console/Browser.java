package dev.dmock.console;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The machine's Chromium, driven over its own debugging protocol: the libraries for it bring a browser driver of a
 * hundred megabytes and more along, and ten commands do here.
 */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private int commands;

    private Browser(Process process, Path profile) throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest newTab = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode tab = JSON.readTree(
                client.send(newTab, HttpResponse.BodyHandlers.ofString()).body());
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(tab.path("webSocketDebuggerUrl").asString()), new Ears())
                .join();
    }

    /** Where the browser is; empty if the machine has none. */
    static Optional<Path> executable() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .map(Path::of)
                .findFirst();
    }

    /** Skips the test where there is none. */
    static void assumeThere() {
        assumeThat(executable())
                .as("no Chromium on this machine; the variable CHROMIUM can say where it is")
                .isPresent();
    }

    /** Names of servers that are this machine for it, whatever they are for others. */
    static Browser start(String... names) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("dmock-chromium");
        String rules =
                Stream.of(names).map(name -> "MAP " + name + " 127.0.0.1").collect(Collectors.joining(","));
        Process process = new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "--host-resolver-rules=" + rules,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Browser(process, profile);
    }

    /** The browser chooses its port and writes it into its profile. */
    private int port() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int tries = 0; tries < PATIENCE_SECONDS * 20; tries++) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return Integer.parseInt(lines.get(0));
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException("Chromium does not start");
    }

    private JsonNode command(String method, Map<String, ?> parameters) {
        int id = ++commands;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            JsonNode answer = nextAnswer(method);
            if (answer.path("id").asInt(0) == id) {
                if (answer.has("error")) {
                    throw new IllegalStateException(method + ": " + answer.get("error"));
                }
                return answer.path("result");
            }
        }
    }

    private JsonNode nextAnswer(String method) {
        try {
            JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("no answer to " + method);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void dark(boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    void open(String url) {
        command("Page.navigate", Map.of("url", url));
        await("location.href === '" + url + "' && document.readyState === 'complete'");
    }

    /** The value of an expression, which may be a promise. */
    JsonNode evaluate(String expression) {
        JsonNode result = command(
                "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until something is so. */
    void await(String condition) {
        for (int tries = 0; tries < PATIENCE_SECONDS * 20; tries++) {
            if (evaluate("Boolean(" + condition + ")").asBoolean()) {
                return;
            }
            evaluate("new Promise(done => setTimeout(done, 50))");
        }
        throw new AssertionError("never: " + condition);
    }

    void press(String key) {
        Map<String, ?> event = switch (key) {
            case "Enter" -> Map.of("key", key, "code", key, "windowsVirtualKeyCode", 13, "text", "\r");
            case "Tab" -> Map.of("key", key, "code", key, "windowsVirtualKeyCode", 9);
            default -> throw new IllegalArgumentException(key);
        };
        command("Input.dispatchKeyEvent", with(event, "keyDown"));
        command("Input.dispatchKeyEvent", with(event, "keyUp"));
    }

    private static Map<String, ?> with(Map<String, ?> event, String type) {
        Map<String, Object> all = new java.util.HashMap<>(event);
        all.put("type", type);
        return all;
    }

    void type(String text) {
        command("Input.insertText", Map.of("text", text));
    }

    /** A picture of the page, as a PNG: what the window shows, or all of it. */
    byte[] picture(boolean whole) {
        JsonNode result = command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
        return Base64.getDecoder().decode(result.path("data").asString());
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(profile);
    }

    /** Hears the browser. */
    private final class Ears implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                answers.add(JSON.readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
