package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands are found in Markdown and taken apart as a shell would. */
class ConsoleBlocksTests {

    @Test
    void commandsAreFound() {
        assertThat(ConsoleBlocks.commands("""
                $ no block
                ```console
                $ one 'a
                b'   # c
                output
                $ two \\
                  three
                ```
                ```json
                $ not a console
                ```
                ```sh
                four

                five "x
                y"
                ```
                """))
                .containsExactly("one 'a\nb'   # c", "two \\\n  three", "four", "five \"x\ny\"");
    }

    @Test
    void wordsAreTakenApart() {
        ShellWords.Command command =
                ShellWords.of("curl -d '{\"a\": '\\''b'\\''}' \"c \\\"d\\\"\" \\\n  x#y 'it # is'  # why 200");

        assertThat(command.words()).containsExactly("curl", "-d", "{\"a\": 'b'}", "c \"d\"", "x#y", "it # is");
        assertThat(command.comment()).isEqualTo("why 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a | b", "a > b", "a && b", "a `b`", "a $b", "a 'b", "curl http://x?a=1&b=2"})
    void whatOnlyAShellCanDoIsRefused(String command) {
        assertThatThrownBy(() -> ShellWords.of(command)).isInstanceOf(IllegalArgumentException.class);
    }
}
