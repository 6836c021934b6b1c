package dev.dmock.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The recorded cases of one version of the API, as requests with their answers. */
public record RecordedCases(String name, List<Exchange> exchanges) {

    private static final Path ROOT = Path.of("src/test/resources/conformance");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** All cases below a folder, such as {@code v5.3}. */
    public static Stream<RecordedCases> below(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            List<Path> cases =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            return cases.stream().map(RecordedCases::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCases read(Path file) {
        JsonNode tree = YAML.readTree(file.toFile());
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode step : tree.path("steps")) {
            if (step.has("send")) {
                exchanges.add(new Exchange(step.path("send"), step.path("expect")));
            }
        }
        return new RecordedCases(tree.path("case").asString(), exchanges);
    }

    /** A request, and what the real server answered. */
    public record Exchange(JsonNode send, JsonNode expect) {

        public boolean is(String method, String path) {
            return send.path("method").asString().equals(method)
                    && send.path("path").asString().equals(path);
        }

        public String path() {
            return send.path("path").asString();
        }

        public JsonNode body() {
            return send.path("json");
        }

        public int status() {
            return expect.path("status").asInt();
        }

        public JsonNode answer() {
            return expect.path("json");
        }
    }
}
