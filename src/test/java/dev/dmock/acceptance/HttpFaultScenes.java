package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.conformance.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What the DM API is like when its answers are struck. */
final class HttpFaultScenes {

    private HttpFaultScenes() {}

    static void late(FaultScene scene) {
        scene.lay("instant");
        scene.call("POST", "/_dmock/clock", "{'freeze': true}", 200);
        scene.arm("{'fault': 'http-latency', 'on': {'operation': 'DMAPIGetSourceList'}, 'min': 'PT0.4S', 'times': 1}");

        long begin = System.nanoTime();
        scene.call("GET", "/api/v1/cluster/workers", null, 200);
        scene.call("GET", "/api/v1/sources", null, 200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    static void instead(FaultScene scene) {
        scene.lay("instant");
        String id = scene.arm("{'fault': 'http-status', 'status': 502, 'body': '<html>bad</html>',"
                + "'content_type': 'text/html', 'times': 2}");
        Reply reply = scene.send("GET", "/api/v1/sources", null);
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.text()).isEqualTo("<html>bad</html>");
        assertThat(reply.header("Content-Type")).isEqualTo("text/html");
        assertThat(scene.send("POST", "/api/v1/sources", scene.sourceBody("s", false))
                        .status())
                .isEqualTo(502);
        assertThat(scene.struck(id)).isEqualTo(2);

        assertThat(scene.call("GET", "/api/v1/sources", null, 200).path("total").asInt())
                .isZero();
    }

    static void dropped(FaultScene scene) {
        scene.lay("instant");
        scene.arm("{'fault': 'http-drop', 'on': {'operation': 'DMAPICreateSource'}, 'times': 1}");
        assertThatThrownBy(() -> scene.postSource("s", false, 201)).isInstanceOf(UncheckedIOException.class);
        assertThat(scene.call("GET", "/api/v1/sources", null, 200).path("total").asInt())
                .isZero();

        scene.arm("{'fault': 'http-drop', 'on': {'operation': 'DMAPICreateSource'}, 'carry_out': true}");
        assertThatThrownBy(() -> scene.postSource("s", false, 201)).isInstanceOf(UncheckedIOException.class);
        assertThat(scene.call("GET", "/api/v1/sources", null, 200).path("total").asInt())
                .isEqualTo(1);
        scene.call("DELETE", "/_dmock/faults", null, 204);
        scene.postSource("s2", false, 201);
    }

    static void truncated(FaultScene scene) {
        scene.lay("instant");
        scene.arm("{'fault': 'http-truncate', 'bytes': 5, 'times': 1}");
        assertThatThrownBy(() -> scene.send("GET", "/api/v1/cluster/masters", null))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("bytes received: 5");
        scene.call("GET", "/api/v1/cluster/masters", null, 200);
    }
}
