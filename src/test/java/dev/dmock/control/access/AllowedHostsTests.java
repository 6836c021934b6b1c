package dev.dmock.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page on the web cannot call the control API by a name of its own. */
class AllowedHostsTests {

    private final AllowedHosts names = new AllowedHosts("C0FFEE\n", List.of("dmock", "DMock.test."));

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "localhost:8261, true",
        "LOCALHOST:8261, true",
        "dmock.localhost:8261, true",
        "127.0.0.1, true",
        "127.0.0.1:8261, true",
        "[::1]:8261, true",
        "[::1], true",
        "192.168.1.20:8261, true",
        "c0ffee:8261, true",
        "dmock, true",
        "dmock.test:80, true",
        "dmock.test., true",
        "'', false",
        ":8261, false",
        "evil.example, false",
        "evil.example:8261, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example:8261, false",
        "notlocalhost, false",
        "1.2.3, false",
        "::1, false",
        "[evil.example], false",
        "dmock.evil.example, false",
        "localhost@evil.example, false",
    })
    void knowsItsOwn(String host, boolean allowed) {
        assertThat(names.allow(host)).isEqualTo(allowed);
    }
}
