package dev.dmock.task.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of many findings the report still shows. */
class ReportTests {

    @Test
    void showsTenOfAKindOverAllResultsAndLeavesOutWhatIsEmptyThen() {
        Problem failure = Problem.failure("bad");
        Problem warning = Problem.warning("odd");
        Report report = new Report(List.of(
                entry(State.FAIL, many(7, failure)),
                entry(State.SUCCESS, List.of()),
                entry(State.WARN, many(12, warning)),
                entry(
                        State.FAIL,
                        Stream.concat(many(5, failure).stream(), Stream.of(warning))
                                .toList()),
                entry(State.FAIL, List.of(failure))));
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("results").values())
                .extracting(r -> r.path("id").asInt() + ": " + r.path("errors").size())
                .containsExactly("0: 7", "2: 10", "3: 3");
        assertThat(json.path("summary"))
                .hasToString("{\"passed\":false,\"total\":5,\"successful\":1,\"failed\":3,\"warning\":1}");
    }

    @Test
    void isCleanWithoutWarningsAndPassedWithThem() {
        Report warned = new Report(List.of(entry(State.WARN, List.of(Problem.warning("odd")))));
        Report good = new Report(List.of(entry(State.SUCCESS, List.of())));
        assertThat(List.of(warned.passed(), warned.clean(), good.passed(), good.clean()))
                .containsExactly(true, false, true, true);
    }

    private static List<Problem> many(int count, Problem problem) {
        return IntStream.range(0, count).mapToObj(i -> problem).toList();
    }

    private static Report.Entry entry(State state, List<Problem> problems) {
        return new Report.Entry(new Blank(), Verdict.of(state, problems));
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
        public Verdict run() {
            return Verdict.PASSED;
        }
    }
}
