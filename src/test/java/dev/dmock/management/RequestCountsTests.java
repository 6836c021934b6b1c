package dev.dmock.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests are counted from the start on, whenever metrics are first asked for. */
class RequestCountsTests {

    private final RequestCounts counts = new RequestCounts();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private FunctionTimer shown(String operation, int status) {
        return registry.get("dmock.requests")
                .tags("operation", operation, "status", Integer.toString(status))
                .functionTimer();
    }

    @Test
    void whatWasCountedBeforeAndWhatIsCountedLaterIsShown() {
        counts.add("list", 200, 3_000_000);
        counts.bindTo(registry);
        counts.add("list", 200, 4_000_000);
        counts.add("create", 201, 1_000_000);

        assertThat(shown("list", 200).count()).isEqualTo(2);
        assertThat(shown("list", 200).totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
        assertThat(shown("create", 201).count()).isEqualTo(1);
        assertThat(registry.find("dmock.requests").functionTimers()).hasSize(2);
    }
}
