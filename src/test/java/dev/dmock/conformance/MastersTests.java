package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual addresses of the masters become those of the server under test, and nothing else does. */
class MastersTests {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8261, http://127.0.0.1:1",
        "http://127.0.0.1:8361/api/v1/tasks?a=b, http://127.0.0.1:2/api/v1/tasks?a=b",
        "http://127.0.0.1:8461, http://127.0.0.1:1",
        "http://127.0.0.1:8291, http://127.0.0.1:8291",
        "http://127.0.0.1:8161, http://127.0.0.1:8161",
        "http://localhost:8361, http://localhost:8361",
        "/api/v1/sources, /api/v1/sources",
    })
    void located(String usual, String real) {
        assertThat(Masters.onPorts(List.of(1, 2)).locate(usual)).isEqualTo(real);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8261", "http://127.0.0.1:8361", "http://127.0.0.1:8461"})
    void oneStandsForAll(String usual) {
        assertThat(new Masters(List.of("http://dmock:80")).locate(usual)).isEqualTo("http://dmock:80");
    }
}
