package dev.dmock.conformance;

import dev.dmock.conformance.CaseLibrary.Origin;
import dev.dmock.documentation.Generated;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.openapi.OpenApiDocument;
import dev.dmock.web.openapi.Routes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The marks that say by how many cases an operation is verified are those of the cases that there are. */
class OperationMarksTests {

    private static final String NONE = "–";
    private static final String FROM_THE_PAGE = "page";

    /** By operation, how many cases call it: a recorded one and a derived one. */
    private record Marks(Map<String, Long> recorded, Map<String, Long> derived) {

        static Marks of(ApiVersion version) {
            Routes routes = Routes.of(OpenApiDocument.of(version), false);
            return new Marks(
                    count(routes, CaseLibrary.cases(Origin.RECORDED, version.label())),
                    count(routes, CaseLibrary.cases(Origin.DERIVED, version.label())));
        }

        private static Map<String, Long> count(Routes routes, List<RecordedCase> cases) {
            return cases.stream()
                    .flatMap(recorded -> called(routes, recorded).stream())
                    .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        }

        private static Set<String> called(Routes routes, RecordedCase recorded) {
            return recorded.steps().stream()
                    .flatMap(step -> step instanceof Step.Exchange exchange ? Stream.of(exchange) : Stream.empty())
                    .flatMap(exchange -> routes
                            .mostLiteral(
                                    exchange.send().path("method").asString(""),
                                    exchange.send().path("path").asString("").split("\\?", 2)[0])
                            .stream())
                    .map(match -> match.operation().id())
                    .collect(Collectors.toSet());
        }

        String mark(String operation, String otherwise) {
            long real = recorded.getOrDefault(operation, 0L);
            long further = derived.getOrDefault(operation, 0L);
            String first = real == 0 ? otherwise : Long.toString(real);
            return further == 0 ? first : (first.equals(NONE) ? "0" : first) + " + " + further;
        }
    }

    @Test
    void theTableIsThatOfTheCases() {
        String tables = table(ApiVersion.DOCS, ApiVersion.V5_3) + "\n" + table(ApiVersion.V8_1, ApiVersion.V8_5);
        Generated.isIn(Path.of("docs", "operations.md"), OperationMarksTests.class, tables);
    }

    private static String table(ApiVersion... versions) {
        Map<ApiVersion, Marks> marks = new LinkedHashMap<>();
        Arrays.stream(versions).forEach(version -> marks.put(version, Marks.of(version)));
        StringBuilder table = new StringBuilder("| Operation | |");
        marks.keySet()
                .forEach(version -> table.append(" `").append(version.label()).append("` |"));
        table.append("\n|---|---|").append("---:|".repeat(versions.length)).append('\n');
        operations(versions[versions.length - 1]).forEach((id, route) -> {
            table.append("| `").append(id).append("` | `").append(route).append("` |");
            marks.forEach((version, mark) -> table.append(' ')
                    .append(mark.mark(id, version == ApiVersion.DOCS ? FROM_THE_PAGE : NONE))
                    .append(" |"));
            table.append('\n');
        });
        table.append("| All cases | |");
        marks.keySet().forEach(version -> table.append(' ').append(all(version)).append(" |"));
        return table.append('\n').toString();
    }

    private static String all(ApiVersion version) {
        int recorded = CaseLibrary.cases(Origin.RECORDED, version.label()).size();
        int derived = CaseLibrary.cases(Origin.DERIVED, version.label()).size();
        return recorded == 0 ? FROM_THE_PAGE + " + " + derived : recorded + " + " + derived;
    }

    private static Map<String, String> operations(ApiVersion version) {
        Map<String, String> operations = new TreeMap<>();
        Routes.of(OpenApiDocument.of(version), false)
                .operations()
                .forEach(operation -> operations.put(
                        operation.id(), operation.method().toUpperCase(Locale.ROOT) + " " + operation.path()));
        return operations;
    }
}
