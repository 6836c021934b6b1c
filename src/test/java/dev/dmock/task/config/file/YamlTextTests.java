package dev.dmock.task.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts are those of Go's package yaml.v2. */
class YamlTextTests {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("a", "a"),
                arguments("", "\"\""),
                arguments("64", "\"64\""),
                arguments("true", "\"true\""),
                arguments("y", "\"y\""),
                arguments("Off", "\"Off\""),
                arguments("null", "\"null\""),
                arguments("~", "\"~\""),
                arguments("1.5", "\"1.5\""),
                arguments("0x1F", "\"0x1F\""),
                arguments("08", "\"08\""),
                arguments("1_000", "\"1_000\""),
                arguments("2020-01-02", "\"2020-01-02\""),
                arguments("12:30", "\"12:30\""),
                arguments("*", "'*'"),
                arguments("a*", "a*"),
                arguments("a: b", "'a: b'"),
                arguments("a:b", "a:b"),
                arguments("a #b", "'a #b'"),
                arguments("a#b", "a#b"),
                arguments("- a", "'- a'"),
                arguments("-a", "-a"),
                arguments("'a'", "'''a'''"),
                arguments("a\"b", "a\"b"),
                arguments(" a", "' a'"),
                arguments("a ", "'a '"),
                arguments("a\tb", "\"a\\tb\""),
                arguments("a\\b", "a\\b"),
                arguments("[a]", "'[a]'"),
                arguments("a,b", "a,b"),
                arguments("{a}", "'{a}'"),
                arguments("%a", "'%a'"),
                arguments("@a", "'@a'"),
                arguments("`a", "'`a'"),
                arguments("!a", "'!a'"),
                arguments("&a", "'&a'"),
                arguments("|a", "'|a'"),
                arguments(">a", "'>a'"),
                arguments("?a", "?a"),
                arguments("? a", "'? a'"),
                arguments("---", "'---'"),
                arguments("...", "'...'"),
                arguments("ü", "ü"),
                arguments("a\nb", "|-\n  a\n  b"),
                arguments("a\n", "|\n  a"),
                arguments("\\n", "\\n"),
                arguments("=", "="),
                arguments("<<", "<<"),
                arguments(".", "."),
                arguments("-", "'-'"),
                arguments("+", "+"),
                arguments("1e3", "\"1e3\""),
                arguments("^_(.+)_(?:new|gho)$", "^_(.+)_(?:new|gho)$"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void quotes(String text, String written) {
        FileSettings settings = new FileSettings();
        settings.put("name", text);
        settings.put("x", 1L);
        assertThat(YamlText.of(settings)).isEqualTo("name: " + written + "\nx: 1\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsWrittenIsReadAgain(String text, String written) {
        FileSettings settings = FileTypes.emptyFile();
        settings.put("name", text);
        assertThat(StrictDecoder.decode(YamlText.of(settings)).text("name")).isEqualTo(text);
    }

    @Test
    void keysOfMapsAreInGosOrder() {
        assertThat(GoKeys.sorted(List.of("r10", "r2", "r1", "R1", "a", "r-1", "r01", "1", "10", "2", "_", "r", "rx")))
                .containsExactly("_", "1", "2", "10", "R1", "a", "r", "r-1", "r1", "r01", "r2", "r10", "rx");
    }
}
