package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** The spacing of request bodies is that of the recordings. */
class CaseJsonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\": 1, \"a\": [1, 2.5, null, true], \"c\": {}, \"d\": []}",
                "[]",
                "null",
                "\"\\u20ac\"",
            })
    void isWrittenAsItWasSent(String text) {
        assertThat(CaseJson.write(CaseJson.read(text))).isEqualToIgnoringCase(text);
    }

    @Test
    void textBehindTheFirstValueIsNoJson() {
        assertThatThrownBy(() -> CaseJson.read("404 page not found")).isInstanceOf(JacksonException.class);
    }
}
