package dev.dmock.task.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTests {

    @ParameterizedTest
    @CsvSource({
        "NEW, RUN, RUNNING",
        "NEW, HALT, PAUSED",
        "NEW, FAIL, refused",
        "NEW, FINISH, refused",
        "STOPPED, RUN, RUNNING",
        "STOPPED, HALT, STOPPED",
        "STOPPED, FAIL, refused",
        "STOPPED, FINISH, refused",
        "RUNNING, RUN, RUNNING",
        "RUNNING, HALT, PAUSED",
        "RUNNING, FAIL, PAUSED",
        "RUNNING, FINISH, FINISHED",
        "PAUSED, RUN, RUNNING",
        "PAUSED, HALT, PAUSED",
        "PAUSED, FAIL, refused",
        "PAUSED, FINISH, refused",
        "FINISHED, RUN, FINISHED",
        "FINISHED, HALT, FINISHED",
        "FINISHED, FAIL, refused",
        "FINISHED, FINISH, refused"
    })
    void followsEachSignal(Stage stage, Stage.Signal signal, String next) {
        if (next.equals("refused")) {
            assertThatThrownBy(() -> stage.after(signal)).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(stage.after(signal)).isEqualTo(Stage.valueOf(next));
        }
    }
}
