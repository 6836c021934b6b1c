package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded case can be read, and stands where its name says. */
class CaseLibraryTests {

    @ParameterizedTest
    @CsvSource({"v5.3, 104", "v8.1, 105", "v8.5, 93"})
    void readsAllCases(String version, int count) {
        List<RecordedCase> cases = CaseLibrary.cases(version);
        assertThat(cases).hasSize(count).allSatisfy(recorded -> {
            assertThat(recorded.world().get("api").asString()).isEqualTo(version);
            assertThat(recorded.source().getPath()).endsWith("/" + version + "/" + recorded.name() + ".yaml");
            assertThat(recorded.steps()).isNotEmpty();
        });
    }
}
