package dev.dmock.go;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths are joined as Go does it, whatever a client calls a directory. */
class GoPathTests {

    @ParameterizedTest
    @CsvSource({
        "relay-dir, uuid.000001, relay-dir/uuid.000001",
        "/var//lib/./relay/, uuid, /var/lib/relay/uuid",
        "../../x, uuid, ../../x/uuid",
        "a/../../x, uuid, ../x/uuid",
        "/../../x, uuid, /x/uuid",
        "a, .., .",
        "'', uuid, uuid",
        "'', '', ''",
        "/, '', /",
        "'größe\u0000', uuid, größe\u0000/uuid",
    })
    void asGo(String directory, String name, String joined) {
        assertThat(GoPath.joined(directory, name)).isEqualTo(joined);
    }
}
