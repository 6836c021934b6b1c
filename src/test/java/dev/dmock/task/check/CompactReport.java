package dev.dmock.task.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A text of the precheck as a few lines that tests can spell out: the results by their numbers, and the sums. */
final class CompactReport {

    private static final String DETAIL = " detail: ";

    private CompactReport() {}

    static List<String> of(String said) {
        int mark = said.indexOf(DETAIL);
        if (mark < 0) {
            return List.of(said);
        }
        JsonNode report = JsonMapper.shared().readTree(said.substring(mark + DETAIL.length()));
        List<String> lines = new ArrayList<>();
        report.path("results").values().stream()
                .sorted(Comparator.comparingInt(r -> r.path("id").asInt()))
                .forEach(result -> add(lines, result));
        JsonNode summary = report.path("summary");
        lines.add("%d checks: %d succeed, %d fail, %d warn"
                .formatted(
                        summary.path("total").asInt(),
                        summary.path("successful").asInt(),
                        summary.path("failed").asInt(),
                        summary.path("warning").asInt()));
        return lines;
    }

    private static void add(List<String> lines, JsonNode result) {
        lines.add(result.path("id").asInt() + " " + result.path("name").asString() + " -> "
                + result.path("state").asString());
        result.path("errors").forEach(error -> {
            lines.add(error.path("severity").asString() + ": "
                    + error.path("short_error").asString());
            addIfGiven(lines, error, "self");
            addIfGiven(lines, error, "other");
            addIfGiven(lines, error, "instruction");
        });
        addIfGiven(lines, result, "instruction");
        addIfGiven(lines, result, "extra");
    }

    private static void addIfGiven(List<String> lines, JsonNode object, String field) {
        if (object.has(field)) {
            lines.add(field + ": " + object.path(field).asString());
        }
    }
}
