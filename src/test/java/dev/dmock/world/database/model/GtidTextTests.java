package dev.dmock.world.database.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are GTID sets, and what is said of the others. */
class GtidTextTests {

    private static final String UUID = "03fc0263-28c7-11e7-a653-6c0b84d59f30";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                UUID + ":1-5",
                UUID + ":1",
                UUID + ":1-3:5-7",
                UUID + ":1, " + UUID + ":3",
                "03FC026328C711E7A6536C0B84D59F30:1-5",
                "{" + UUID + "}:1"
            })
    void takesSets(String text) {
        assertThat(GtidText.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    nonsense | invalid GTID format, must UUID:interval[:interval]
                    abc:1 | invalid UUID length: 3
                    03fc0263-28c7-11e7-a653-6c0b84d59f3x:1 | invalid UUID format
                    03fc0263-28c7-11e7-a653-6c0b84d59f30:1-2-3 | invalid interval format, must n[-n]
                    03fc0263-28c7-11e7-a653-6c0b84d59f30:5-2 | invalid interval format, must n[-n] and the end must >= start
                    03fc0263-28c7-11e7-a653-6c0b84d59f30:x | strconv.ParseInt: parsing "x": invalid syntax
                    03fc0263-28c7-11e7-a653-6c0b84d59f30:1,x | invalid GTID format, must UUID:interval[:interval]
                    """)
    void saysWhatIsWrong(String text, String problem) {
        assertThat(GtidText.problem(text)).contains(problem);
    }
}
