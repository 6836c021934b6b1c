package dev.dmock.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.training.TrainingScript.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of the training run. */
class TrainingScriptTests {

    @Test
    void hasVerbPathStatusAndJson() {
        assertThat(TrainingScript.read("GET /a\n\nPOST /b 400\n{\n}\n\n").steps())
                .containsExactly(new Step("GET", "/a", 200, null), new Step("POST", "/b", 400, "{\n}"));
    }

    @Test
    void takesAnyStatusOfThe200sForFine() {
        Step fine = Step.read("GET /a");
        assertThat(fine.isAnsweredBy(204)).isTrue();
        assertThat(fine.isAnsweredBy(404)).isFalse();
        Step wrong = Step.read("GET /a 404");
        assertThat(wrong.isAnsweredBy(404)).isTrue();
        assertThat(wrong.isAnsweredBy(200)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.http", "v8.http", "around.http"})
    void readsEachScript(String name) {
        assertThat(TrainingScript.load(name).steps()).hasSizeGreaterThan(5);
    }
}
