package dev.dmock.task.check.model;

import dev.dmock.go.IndentedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all checks of a task found, in the order of the checks, whose places are their numbers. */
public final class CheckReport {

    private static final int MOST_OF_A_KIND = 10;

    private final List<Entry> entries;

    public CheckReport(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A check with its verdict. */
    public record Entry(Check check, CheckResult verdict) {}

    public boolean passed() {
        return count(CheckState.FAIL) == 0;
    }

    /** Whether there is nothing to be told. */
    public boolean clean() {
        return count(CheckState.SUCCESS) == entries.size();
    }

    /** The report as text: only what is wrong, and of that ten failures and ten warnings at most. */
    public String json() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("passed", passed());
        summary.put("total", entries.size());
        summary.put("successful", count(CheckState.SUCCESS));
        summary.put("failed", count(CheckState.FAIL));
        summary.put("warning", count(CheckState.WARN));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("results", results());
        report.put("summary", summary);
        return IndentedJson.write(report);
    }

    private int count(CheckState state) {
        return (int) entries.stream().filter(e -> e.verdict.state() == state).count();
    }

    private List<Map<String, Object>> results() {
        Allowance failures = new Allowance();
        Allowance warnings = new Allowance();
        List<Map<String, Object>> results = new ArrayList<>();
        for (int id = 0; id < entries.size(); id++) {
            CheckResult verdict = entries.get(id).verdict;
            if (verdict.state() == CheckState.SUCCESS) {
                continue;
            }
            List<Map<String, Object>> problems = verdict.problems().stream()
                    .filter(p -> (p.severity() == CheckState.FAIL ? failures : warnings).take())
                    .map(CheckReport::fields)
                    .toList();
            if (!problems.isEmpty()) {
                results.add(fields(id, entries.get(id), problems));
            }
        }
        return results;
    }

    private static Map<String, Object> fields(int id, Entry entry, List<Map<String, Object>> problems) {
        String extra = entry.verdict.extra();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("name", entry.check.name());
        fields.put("desc", entry.check.description());
        fields.put("state", entry.verdict.state().label());
        fields.put("errors", problems);
        putText(fields, "instruction", entry.verdict.instruction());
        putText(fields, "extra", extra == null ? entry.check.extra() : extra);
        return fields;
    }

    private static Map<String, Object> fields(CheckProblem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", problem.severity().label());
        fields.put("short_error", problem.text());
        putText(fields, "self", problem.self());
        putText(fields, "other", problem.other());
        putText(fields, "instruction", problem.instruction());
        return fields;
    }

    private static void putText(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    /** How many more problems of a severity are shown. */
    private static final class Allowance {

        private int left = MOST_OF_A_KIND;

        boolean take() {
            return left-- > 0;
        }
    }
}
