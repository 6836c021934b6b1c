package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoJsonWriterTests {

    private static final String UNSORTED = "{\"b\":{\"d\":[],\"c\":{}},\"a\":[1,\"x\"]}";

    @Test
    void writesMembersByName() throws GoSyntaxException {
        assertThat(GoJsonWriter.compact(read(UNSORTED))).isEqualTo("{\"a\":[1,\"x\"],\"b\":{\"c\":{},\"d\":[]}}");
    }

    @Test
    void indents() throws GoSyntaxException {
        assertThat(GoJsonWriter.indented(read(UNSORTED), "    ")).isEqualTo("""
                        {
                            "a": [
                                1,
                                "x"
                            ],
                            "b": {
                                "c": {},
                                "d": []
                            }
                        }""");
    }

    @Test
    void putsAPrefixBeforeEachLineButTheFirst() throws GoSyntaxException {
        assertThat(GoJsonWriter.decodedAndIndented(read("{\"a\":1.50}"), "  ", "  "))
                .isEqualTo("{\n    \"a\": 1.5\n  }");
    }

    @Test
    void escapesWhatGoEscapes() {
        assertThat(GoJsonWriter.string("<a href=\"x\">&</a>\n\t\r\b\f\\ \u007f \u2028\u2029 é 任务 😀"))
                .isEqualTo("\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u003c/a\\u003e\\n\\t\\r\\u0008\\u000c\\\\ "
                        + "\u007f \\u2028\\u2029 é 任务 😀\"");
    }

    @Test
    void sortsByCodePoint() throws GoSyntaxException {
        assertThat(GoJsonWriter.compact(read("{\"😀\":1,\"\uFFFD\":2,\"a\":3,\"B\":4,\"ab\":5}")))
                .isEqualTo("{\"B\":4,\"a\":3,\"ab\":5,\"\uFFFD\":2,\"😀\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, -0",
        "33.5, 33.5",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-1.25e-9, -1.25e-9",
        "123456789.125, 123456789.125",
        "0.1, 0.1",
        "2e-3, 0.002",
        "5.6843418860808015e-14, 5.6843418860808015e-14",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "4.9e-324, 5e-324",
        "9007199254740993, 9007199254740992"
    })
    void writesFloatsWithTheFewestDigits(double value, String text) {
        assertThat(GoNumbers.float64(value)).isEqualTo(text);
    }

    private static Json read(String text) throws GoSyntaxException {
        return GoJsonReader.read(text.getBytes(StandardCharsets.UTF_8), false);
    }
}
