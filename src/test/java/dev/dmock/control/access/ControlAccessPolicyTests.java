package dev.dmock.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.web.ControlAdmission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Requests as web pages can send them are refused; those of programs are not, if they have the token. */
class ControlAccessPolicyTests {

    private static final AllowedHosts NAMES = new AllowedHosts("here", List.of());

    private static int status(ControlAccessPolicy keeper, MockHttpServletRequest request, @Nullable String type) {
        return keeper.refusal(request, request.getRequestURI(), type)
                .map(refusal -> refusal.status().value())
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_dmock/reset, localhost:8261, , , 0",
        "PUT, /_dmock/world, localhost:8261, , application/json, 0",
        "PUT, /_dmock/world, localhost:8261, , application/json;charset=utf-8, 0",
        "PUT, /_dmock/world, localhost:8261, , Application/YAML, 0",
        "PUT, /_dmock/world, localhost:8261, , text/plain, 415",
        "PUT, /_dmock/world, localhost:8261, , application/x-www-form-urlencoded, 415",
        "POST, /_dmock/clock, localhost:8261, , multipart/form-data; boundary=application/json, 415",
        "PUT, /_dmock/world, , , application/json, 0",
        "POST, /_dmock/reset, localhost:8261, http://localhost:8261, , 0",
        "POST, /_dmock/reset, localhost:8261, https://localhost:8261, , 0",
        "POST, /_dmock/reset, localhost:8261, http://evil.example, , 403",
        "POST, /_dmock/reset, localhost:8261, http://localhost:3000, , 403",
        "POST, /_dmock/reset, localhost:8261, null, , 403",
        "GET, /_dmock/world, evil.example:8261, , , 403",
        "GET, /_dmock/world, evil.example, http://evil.example, , 403",
        "GET, /_dmock/metrics, evil.example, , , 403",
        "GET, /_dmock/health, 10.0.0.7, , , 0",
        "GET, /_dmock/health/readiness, some.pod, , , 0",
        "GET, /_dmock/healthy, some.pod, , , 403",
    })
    void pagesOfOtherOriginsAreNotLetIn(
            String method,
            String path,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String type,
            int status) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (host != null) {
            request.addHeader("Host", host);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        assertThat(status(new ControlAccessPolicy(NAMES, null), request, type)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/_dmock/world, Bearer secret, 0",
        "/_dmock/world, , 401",
        "/_dmock/world, Bearer secret2, 401",
        "/_dmock/world, Bearer secre, 401",
        "/_dmock/world, secret, 401",
        "/_dmock/world, Basic secret, 401",
        "/_dmock/metrics, , 401",
        "/_dmock/health, , 0",
        "/_dmock/health/liveness, , 0",
        "/_dmock/console, , 0",
        "/_dmock/console/files/console.js, , 0",
        "/_dmock/console/stream, , 401",
        "/_dmock/docs, , 0",
        "/_dmock/docs/more, , 401",
        "/_dmock/openapi.json, , 0",
        "/_dmock/console/stream, Bearer secret, 0",
    })
    void aTokenIsWantedIfThereIsOne(String path, @Nullable String authorization, int status) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Host", "here");
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        assertThat(status(new ControlAccessPolicy(NAMES, "secret"), request, null))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "secret, , WITHOUT_CONTENTS",
        "secret, Bearer wrong, WITHOUT_CONTENTS",
        "secret, Bearer secret, FULL",
        ", , FULL",
    })
    void withoutTheTokenThePageOfTheConsoleIsEmpty(
            @Nullable String token, @Nullable String authorization, ControlAdmission admission) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/_dmock/console");
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        assertThat(status(new ControlAccessPolicy(NAMES, token), request, null)).isZero();
        assertThat(ControlAdmission.of(request)).isEqualTo(admission);
    }
}
