package dev.dmock.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An error message that ends in the JSON text of a task's check: what stands before that text, and the text as JSON. */
record CheckDetail(String head, ObjectNode detail) {

    private static final String MARK = "\n detail: {";
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    static Optional<CheckDetail> in(JsonNode message) {
        String text = message.asString("");
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        try {
            JsonNode detail = CaseJson.read(text.substring(mark + MARK.length() - 1));
            return Optional.of(new CheckDetail(text.substring(0, mark), (ObjectNode) detail));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The results, and the errors of each, may come in any order; all else has to be the same. */
    List<String> differences(CheckDetail got, Differences differences, String path) {
        List<String> lines = new ArrayList<>();
        if (!head.equals(got.head)) {
            lines.add(path + ": begins \"" + got.head + "\", expected \"" + head + "\"");
        }
        lines.addAll(differences.between(inOrder(detail), inOrder(got.detail), path + " detail", false));
        return lines;
    }

    private static ObjectNode inOrder(ObjectNode detail) {
        ObjectNode copy = detail.deepCopy();
        if (copy.get("results") instanceof ArrayNode results) {
            copy.set("results", sorted(results));
        }
        return copy;
    }

    private static ArrayNode sorted(ArrayNode results) {
        results.forEach(result -> {
            if (result instanceof ObjectNode fields && fields.get("errors") instanceof ArrayNode errors) {
                fields.set("errors", sorted(errors));
            }
        });
        ArrayNode sorted = results.arrayNode();
        results.values().stream()
                .sorted(Comparator.comparing(SORTED::writeValueAsString))
                .forEach(sorted::add);
        return sorted;
    }
}
