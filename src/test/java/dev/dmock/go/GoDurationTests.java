package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those of Go's package time. */
class GoDurationTests {

    @ParameterizedTest
    @CsvSource({
        "10s, 10s",
        "0, 0s",
        "90s, 1m30s",
        "30m, 30m0s",
        "1.5h, 1h30m0s",
        "-10s, -10s",
        "+1m, 1m0s",
        "1h1ms, 1h0m0.001s",
        ".5s, 500ms",
        "1.s, 1s",
        "1500us, 1.5ms",
        "7ns, 7ns",
    })
    void readsAndWrites(String text, String written) {
        assertThat(GoDuration.format(GoDuration.nanos(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'time: invalid duration \"\"'",
        "x, 'time: invalid duration \"x\"'",
        "., 'time: invalid duration \".\"'",
        "10, 'time: missing unit in duration \"10\"'",
        "1y, 'time: unknown unit \"y\" in duration \"1y\"'",
        "1s x, 'time: unknown unit \"s x\" in duration \"1s x\"'",
        "9999999h, 'time: invalid duration \"9999999h\"'",
    })
    void complaints(String text, String complaint) {
        assertThatThrownBy(() -> GoDuration.nanos(text)).hasMessage(complaint);
    }
}
