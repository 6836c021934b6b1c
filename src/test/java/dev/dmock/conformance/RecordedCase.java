package dev.dmock.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One recorded conversation: a small world, requests and events in order, and what a real DM-master answered.
 *
 * @param world what exists outside DM before the first request, with the version of the API to speak
 * @param unordered further lists whose order does not count
 */
public record RecordedCase(String name, URI source, ObjectNode world, List<String> unordered, List<Step> steps) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public static RecordedCase read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(YAML.readTree(in), file.toUri());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RecordedCase of(JsonNode document, URI source) {
        ObjectNode world = JsonNodeFactory.instance
                .objectNode()
                .put("api", document.get("api").asString());
        document.path("world").properties().forEach(field -> world.set(field.getKey(), field.getValue()));
        List<String> unordered = strings(document.path("unordered"));
        List<Step> steps = document.get("steps").values().stream().map(Step::of).toList();
        return new RecordedCase(document.get("case").asString(), source, world, unordered, steps);
    }

    /** The group is the folder, the first part of the name. */
    String group() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    /** Folder and name, such as {@code v8.5-whole/tasks/update}: names alone occur in several folders. */
    String id() {
        String path = source.getPath();
        int folder = path.lastIndexOf('/', path.length() - name.length() - ".yaml".length() - 2);
        return path.substring(folder + 1, path.length() - ".yaml".length());
    }

    static List<String> strings(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }

    static List<RecordedCase> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RecordedCase::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
