package dev.dmock.task.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of many findings the report still shows. */
class CheckReportTests {

    @Test
    void showsTenOfAKindOverAllResultsAndLeavesOutWhatIsEmptyThen() {
        CheckProblem failure = CheckProblem.failure("bad");
        CheckProblem warning = CheckProblem.warning("odd");
        CheckReport report = new CheckReport(List.of(
                entry(CheckState.FAIL, many(7, failure)),
                entry(CheckState.SUCCESS, List.of()),
                entry(CheckState.WARN, many(12, warning)),
                entry(
                        CheckState.FAIL,
                        Stream.concat(many(5, failure).stream(), Stream.of(warning))
                                .toList()),
                entry(CheckState.FAIL, List.of(failure))));
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("results").values())
                .extracting(r -> r.path("id").asInt() + ": " + r.path("errors").size())
                .containsExactly("0: 7", "2: 10", "3: 3");
        assertThat(json.path("summary"))
                .hasToString("{\"passed\":false,\"total\":5,\"successful\":1,\"failed\":3,\"warning\":1}");
    }

    @Test
    void isCleanWithoutWarningsAndPassedWithThem() {
        CheckReport warned = new CheckReport(List.of(entry(CheckState.WARN, List.of(CheckProblem.warning("odd")))));
        CheckReport good = new CheckReport(List.of(entry(CheckState.SUCCESS, List.of())));
        assertThat(List.of(warned.passed(), warned.clean(), good.passed(), good.clean()))
                .containsExactly(true, false, true, true);
    }

    private static List<CheckProblem> many(int count, CheckProblem problem) {
        return IntStream.range(0, count).mapToObj(i -> problem).toList();
    }

    private static CheckReport.Entry entry(CheckState state, List<CheckProblem> problems) {
        return new CheckReport.Entry(new Blank(), CheckResult.of(state, problems));
    }

    private record Blank() implements Check {

        @Override
        public String name() {
            return "blank";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String extra() {
            return "";
        }

        @Override
        public CheckResult run() {
            return CheckResult.PASSED;
        }
    }
}
