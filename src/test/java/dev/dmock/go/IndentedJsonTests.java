package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form that Go gives to indented JSON. */
class IndentedJsonTests {

    @Test
    void indentsAllButTheFirstLine() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("list", List.of(Map.of("number", 1), Map.of()));
        object.put("empty", List.of());
        object.put("yes", true);
        assertThat(IndentedJson.write(object)).isEqualTo("""
                        {
                        \t\t"list": [
                        \t\t\t{
                        \t\t\t\t"number": 1
                        \t\t\t},
                        \t\t\t{}
                        \t\t],
                        \t\t"empty": [],
                        \t\t"yes": true
                        \t}""");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
                    22, ~\\"~
                    5c, ~\\\\~
                    a, ~\\n~
                    d, ~\\r~
                    9, ~\\t~
                    3c, ~\\u003c~
                    3e, ~\\u003e~
                    26, ~\\u0026~
                    1, ~\\u0001~
                    2028, ~\\u2028~
                    2f, ~/~
                    e9, ~é~
                    """)
    void escapesWhatGoEscapes(String code, String written) {
        String character = Character.toString(Integer.parseInt(code, 16));
        assertThat(IndentedJson.write(Map.of("c", character))).isEqualTo("{\n\t\t\"c\": \"" + written + "\"\n\t}");
    }
}
