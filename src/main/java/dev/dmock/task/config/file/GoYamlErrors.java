package dev.dmock.task.config.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;

/** What Go's YAML package says where ours says something else of the same mistake. */
final class GoYamlErrors {

    /** Beginnings of our texts, each with Go's. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("mapping values are not allowed", "mapping values are not allowed in this context");
        TEXTS.put("mapping keys are not allowed", "mapping keys are not allowed in this context");
        TEXTS.put("sequence entries are not allowed", "block sequence entries are not allowed in this context");
        TEXTS.put("unexpected character found", "did not find expected alphabetic or numeric character");
        TEXTS.put("found character", "found character that cannot start any token");
        TEXTS.put("expected ',' or ']'", "did not find expected ',' or ']'");
        TEXTS.put("expected ',' or '}'", "did not find expected ',' or '}'");
        TEXTS.put("expected the node content", "did not find expected node content");
        TEXTS.put("expected '<document start>'", "did not find expected <document start>");
        TEXTS.put("found undefined tag handle", "found undefined tag handle");
        TEXTS.put("found unknown escape character", "found unknown escape character");
        TEXTS.put("expected escape sequence of", "did not find expected hexdecimal number");
        TEXTS.put("expected alphabetic or numeric", "did not find expected alphabetic or numeric character");
        TEXTS.put("expected a comment or a line break", "did not find expected comment or line break");
        TEXTS.put("expected chomping or indentation", "did not find expected comment or line break");
    }

    private GoYamlErrors() {}

    static YamlProblem of(MarkedYamlEngineException e, String text) {
        boolean scanning = e instanceof ScannerException;
        boolean endCounts = !scanning || String.valueOf(e.getProblem()).startsWith("could not find expected");
        int problem = line(e.getProblemMark(), endCounts ? text : null);
        int line = problem > 0 && scanning ? problem + 1 : problem;
        int context = line == 0 ? line(e.getContextMark(), null) : line;
        String where = context == 0 ? "" : "line " + context + ": ";
        return new YamlProblem("yaml: " + where + text(String.valueOf(e.getProblem()), String.valueOf(e.getContext())));
    }

    private static String text(String problem, String context) {
        if (problem.startsWith("expected <block end>")) {
            return context.contains("mapping") ? "did not find expected key" : "did not find expected '-' indicator";
        }
        return TEXTS.entrySet().stream()
                .filter(text -> problem.startsWith(text.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem);
    }

    /** The line, counted from 0, which Go does not show. Behind the text's last line Go thinks of another one. */
    private static int line(Optional<Mark> mark, @Nullable String text) {
        int end = text == null ? Integer.MAX_VALUE : text.codePointCount(0, text.length());
        return mark.map(m -> m.getLine() + (m.getIndex() >= end && m.getColumn() > 0 ? 1 : 0))
                .orElse(0);
    }
}
