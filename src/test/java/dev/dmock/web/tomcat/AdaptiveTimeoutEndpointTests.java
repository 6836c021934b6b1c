package dev.dmock.web.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long clients are waited for. */
class AdaptiveTimeoutEndpointTests {

    @ParameterizedTest
    @CsvSource({
        "10000, 0, 600, 10000",
        "10000, 300, 600, 10000",
        "10000, 450, 600, 2500",
        "10000, 525, 600, 625",
        "10000, 600, 600, 250",
        "10000, 601, 600, 250",
        "100, 601, 600, 100",
        "10000, -1, 600, 10000"
    })
    void theMoreThereAreTheLess(int millis, long connections, long places, int patience) {
        assertThat(AdaptiveTimeoutEndpoint.patience(millis, connections, places))
                .isEqualTo(patience);
    }
}
