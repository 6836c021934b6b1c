package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoJsonReaderTests {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("", "EOF"),
                Arguments.of(" \n\t", "EOF"),
                Arguments.of("{", "unexpected EOF"),
                Arguments.of("[", "unexpected EOF"),
                Arguments.of("[1,", "unexpected EOF"),
                Arguments.of("{\"a\":", "unexpected EOF"),
                Arguments.of("\"abc", "unexpected EOF"),
                Arguments.of("tru", "unexpected EOF"),
                Arguments.of("-", "unexpected EOF"),
                Arguments.of("1.", "unexpected EOF"),
                Arguments.of("1e", "unexpected EOF"),
                Arguments.of("nope", "invalid character 'o' in literal null (expecting 'u')"),
                Arguments.of("{\"a\": tru}", "invalid character '}' in literal true (expecting 'e')"),
                Arguments.of("fAlse", "invalid character 'A' in literal false (expecting 'a')"),
                Arguments.of("x", "invalid character 'x' looking for beginning of value"),
                Arguments.of("[1,]", "invalid character ']' looking for beginning of value"),
                Arguments.of("}", "invalid character '}' looking for beginning of value"),
                Arguments.of("{]", "invalid character ']' looking for beginning of object key string"),
                Arguments.of("{'a': 1}", "invalid character '\\'' looking for beginning of object key string"),
                Arguments.of("{\"a\":1,}", "invalid character '}' looking for beginning of object key string"),
                Arguments.of("{\"a\" 1}", "invalid character '1' after object key"),
                Arguments.of("{\"a\":1 \"b\"}", "invalid character '\"' after object key:value pair"),
                Arguments.of("[1 2]", "invalid character '2' after array element"),
                Arguments.of("[01]", "invalid character '1' after array element"),
                Arguments.of("-x", "invalid character 'x' in numeric literal"),
                Arguments.of("1.x", "invalid character 'x' after decimal point in numeric literal"),
                Arguments.of("1e+x", "invalid character 'x' in exponent of numeric literal"),
                Arguments.of("\"a\nb\"", "invalid character '\\n' in string literal"),
                Arguments.of("\"\u0001\"", "invalid character '\\x01' in string literal"),
                Arguments.of("\"\\x\"", "invalid character 'x' in string escape code"),
                Arguments.of("\"\\u12g4\"", "invalid character 'g' in \\u hexadecimal character escape"),
                Arguments.of("é", "invalid character 'Ã' looking for beginning of value"),
                Arguments.of("\uFEFF{}", "invalid character 'ï' looking for beginning of value"),
                Arguments.of("\\", "invalid character '\\\\' looking for beginning of value"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhatIsWrongInGosWords(String text, String message) {
        assertThatExceptionOfType(GoSyntaxException.class)
                .isThrownBy(() -> read(text))
                .extracting(GoSyntaxException::text)
                .isEqualTo(message);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(" {\"b\":1,\"a\":[true,null]} ", "{\"a\":[true,null],\"b\":1}"),
                Arguments.of("{\"a\":1} x", "{\"a\":1}"),
                Arguments.of("12x", "12"),
                Arguments.of("012", "0"),
                Arguments.of("\"a\"b", "\"a\""),
                Arguments.of("truex", "true"),
                Arguments.of("{\"a\":1,\"a\":2}", "{\"a\":2}"),
                Arguments.of("-1.50E+03", "-1.50E+03"),
                Arguments.of("\"\\u00e9\\n\\/\\ud83d\\ude00\"", "\"é\\n/😀\""),
                Arguments.of("\"\\ud83d\"", "\"\uFFFD\""),
                Arguments.of("\"\\ud83d\\u0041\"", "\"\uFFFDA\""),
                Arguments.of("[]", "[]"),
                Arguments.of("{}", "{}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsTheFirstValue(String text, String compact) throws GoSyntaxException {
        assertThat(GoJsonWriter.compact(read(text))).isEqualTo(compact);
    }

    @Test
    void replacesEachByteThatIsNoUtf8() throws GoSyntaxException {
        byte[] broken = {'"', (byte) 0xE2, (byte) 0x82, 'a', (byte) 0xFF, '"'};
        assertThat(GoJsonReader.read(broken, false))
                .isInstanceOfSatisfying(
                        Json.Text.class, text -> assertThat(text.value()).isEqualTo("\uFFFD\uFFFDa\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,]", "{\"a\":[1,2,],}", "[{\"a\":1,},]"})
    void takesTrailingCommasWhereTheVersionDoes(String text) throws GoSyntaxException {
        assertThat(GoJsonReader.read(text.getBytes(StandardCharsets.UTF_8), true))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[,]", "{,}", "[1,,]"})
    void takesNoCommaWithoutAnElement(String text) {
        assertThatExceptionOfType(GoSyntaxException.class)
                .isThrownBy(() -> GoJsonReader.read(text.getBytes(StandardCharsets.UTF_8), true));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() throws GoSyntaxException {
        assertThat(read("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatExceptionOfType(GoSyntaxException.class)
                .isThrownBy(() -> read("[".repeat(100_000)))
                .extracting(GoSyntaxException::text)
                .isEqualTo("invalid character '[' exceeded max depth");
    }

    private static Json read(String text) throws GoSyntaxException {
        return GoJsonReader.read(text.getBytes(StandardCharsets.UTF_8), false);
    }
}
