package dev.dmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.error.ErrorCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue says is consistent. */
class CatalogueTests {

    private static final ErrorCatalogue V5 = ErrorCatalogue.load("v5");
    private static final ErrorCatalogue V8 = ErrorCatalogue.load("v8");

    @ParameterizedTest
    @EnumSource
    void namesAreFoundAndCodesAreThoseOfDm(Fault fault) {
        assertThat(Fault.ofLabel(fault.label())).contains(fault);
        assertThat(fault.about()).endsWith(".");
        assertThat(fault.outcome().v5()).allMatch(V5::knows);
        assertThat(fault.outcome().v8()).allMatch(V8::knows);
    }

    /** An empty standard means that there is none. */
    @ParameterizedTest
    @EnumSource
    void standardsAreValuesThatCouldBeSaid(Fault fault) {
        assertThat(fault.parameters())
                .allMatch(p -> p.standard().isEmpty() || p.problem(p.standard()).isEmpty());
    }

    @Test
    void labelsAreWrittenInOneWay() {
        assertThat(Fault.ofLabel("UPSTREAM_UNREACHABLE")).isEmpty();
        assertThat(Fault.ofLabel("upstream_unreachable")).isEmpty();
        assertThat(FaultScope.ofLabel("worker")).contains(FaultScope.WORKER);
        assertThat(FaultScope.ofLabel("WORKER")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT1.5S, true",
        "P3650D, true",
        "P3651D, false",
        "PT-1S, false",
        "1s, false",
        "'', false",
    })
    void durationsAreChecked(String text, boolean right) {
        assertThat(FaultParameter.problemOfDuration(text).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"fault-1, 1", "fault-120, 120", "fault-, ", "fault-0, ", "fault-01, ", "1, ", "fault-99999999999, "})
    void idsAreRead(String id, Long number) {
        assertThat(ArmedFault.numberIn(id).orElse(null)).isEqualTo(number);
    }
}
