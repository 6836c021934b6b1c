package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded case can be read, stands where its name says, and is played or on the list of pending ones. */
class CaseLibraryTests {

    @ParameterizedTest
    @CsvSource({
        "v5.3, 104",
        "v8.1, 105",
        "v8.5, 93",
        "v5.3-more, 193",
        "v8.1-more, 177",
        "v8.5-whole, 135",
        "v8.5-field, 92"
    })
    void readsAllCases(String folder, int count) {
        List<RecordedCase> cases = RecordedCase.below(Path.of("src", "test", "resources", "conformance", folder));
        String version = folder.split("-", 2)[0];
        assertThat(cases).hasSize(count).allSatisfy(recorded -> {
            assertThat(recorded.world().get("api").asString()).isEqualTo(version);
            assertThat(recorded.id()).isEqualTo(folder + "/" + recorded.name());
            assertThat(recorded.source().getPath()).endsWith("/" + recorded.id() + ".yaml");
            assertThat(recorded.steps()).isNotEmpty();
        });
    }

    @Test
    void everyPendingCaseIsThere() {
        assertThat(CaseLibrary.pendingCases().stream().map(RecordedCase::id))
                .containsExactlyInAnyOrderElementsOf(CaseLibrary.pendingIds());
    }
}
