package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFormatTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source config with ID %s not exists | source-1 | source config with ID source-1 not exists
            %s and %v                           | a,b      | a and b
            no verb                             | a        | no verb%!(EXTRA string=a)
            no verb                             | a,b      | no verb%!(EXTRA string=a, string=b)
            %s and %s                           | a        | a and %!s(MISSING)
            100%% of %s                         | a        | 100% of a
            parsing %q                          | a"b      | parsing "a\\"b"
            request %+v not valid               | x        | request x not valid
            ends with %                         | a        | ends with %%!(EXTRA string=a)
            """)
    void formatsAsGoDoes(String template, String arguments, String expected) {
        assertThat(GoFormat.sprintf(template, Arrays.asList(arguments.split(","))))
                .isEqualTo(expected);
    }

    @org.junit.jupiter.api.Test
    void listsAreInBracketsWithoutCommas() {
        assertThat(GoFormat.sprintf("sources %v", List.of(List.of("a", "b")))).isEqualTo("sources [a b]");
    }
}
