package dev.dmock.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Files that other tools read: what they say, without those tools. */
record Manifest(List<JsonNode> documents) {

    static final Manifest KUBERNETES = new Manifest(documents(Path.of("examples", "kubernetes", "dmock.yaml")));
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<JsonNode> documents(Path file) {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll();
        }
    }

    static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }

    JsonNode of(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    JsonNode service() {
        return of("Service");
    }

    /** The first group of the first match. */
    static String first(String file, String pattern) {
        try {
            Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
            if (!found.find()) {
                throw new AssertionError(file + " has no " + pattern);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
