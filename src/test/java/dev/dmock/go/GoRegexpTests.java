package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of Go's package regexp. */
class GoRegexpTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "(?i)(( ~ missing closing ): `(?i)((`",
                "(?i)a) ~ unexpected ): `(?i)a)`",
                "* ~ missing argument to repetition operator: `*`",
                "a** ~ invalid nested repetition operator: `**`",
                "[a ~ missing closing ]: `[a`",
                "[z-a] ~ invalid character class range: `z-a`",
                "\\ ~ trailing backslash at end of expression: ``",
                "\\8 ~ invalid escape sequence: `\\8`",
                "(?=a) ~ invalid or unsupported Perl syntax: `(?=`",
                "a{1001} ~ invalid repeat count: `{1001}`",
                "a{2,1} ~ invalid repeat count: `{2,1}`",
                "(a{500}){3} ~ invalid repeat count: `{3}`",
                "((a{100}){10}){2} ~ invalid repeat count: `{2}`",
                "((a{1000}){1000}){10} ~ invalid repeat count: `{1000}`",
                "(a{500}b){3,}? ~ invalid repeat count: `{3,}?`",
            })
    void complaints(String expression, String complaint) {
        assertThatThrownBy(() -> GoRegexp.compile(expression))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("error parsing regexp: " + complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^Drop",
                "(a{500}){2}",
                "a{500}b{500}c{500}",
                "(a{30}){33}",
                "a{100}(b{20}){20}",
                "[{]{5}",
                "a{,2}",
                "\\{1001}",
                "(a{0}){1000}",
                "(?i)(?s).*",
            })
    void taken(String expression) {
        assertThat(GoRegexp.compile(expression).pattern()).isEqualTo(expression);
    }

    @Test
    void longTextsAreRefused() {
        assertThat(GoRegexp.compile("a".repeat(1024))).isNotNull();
        assertThatThrownBy(() -> GoRegexp.compile("a".repeat(1025)))
                .hasMessageStartingWith("error parsing regexp: expression too large");
    }
}
