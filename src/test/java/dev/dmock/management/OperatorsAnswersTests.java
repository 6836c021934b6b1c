package dev.dmock.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What those who operate a server ask it, and in which form they are answered. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperatorsAnswersTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path, String accept) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            return http.send(
                    HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/_dmock/health, '\"status\":\"UP\"'",
        "/_dmock/health/liveness, '{\"status\":\"UP\"}'",
        "/_dmock/health/readiness, '{\"status\":\"UP\"}'",
    })
    void aServerThatIsWellSaysSo(String path, String said) {
        HttpResponse<String> answer = get(path, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void oneThatIsBrokenSaysSoByItsStatus(@Autowired ApplicationContext server) {
        AvailabilityChangeEvent.publish(server, LivenessState.BROKEN);
        try {
            assertThat(get("/_dmock/health/liveness", "*/*").statusCode()).isEqualTo(503);
            assertThat(get("/_dmock/health/readiness", "*/*").statusCode()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(server, LivenessState.CORRECT);
        }
    }

    @Test
    void thereIsNoOtherGroup() {
        assertThat(get("/_dmock/health/db", "*/*").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, text/plain;version=0.0.4;charset=utf-8, '# TYPE dmock_spaces gauge'",
        "'application/openmetrics-text;version=1.0.0,text/plain;q=0.5',"
                + " application/openmetrics-text;version=1.0.0;charset=utf-8, '# EOF'",
    })
    void metricsAreInTheFormatThatIsAccepted(String accept, String type, String part) {
        get("/api/v1/sources", "*/*");
        HttpResponse<String> answer = get("/_dmock/metrics", accept);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).contains(part).contains("dmock_requests_seconds_count{");
    }
}
