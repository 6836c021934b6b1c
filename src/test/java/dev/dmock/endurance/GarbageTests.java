package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper request is answered plainly, and the log is not filled with it. */
class GarbageTests {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String SOURCES = "/api/v1/sources";
    private static final String WORLD = "/_dmock/spaces/garbage/_dmock/world";

    @RegisterExtension
    static final ServerOfTests SERVER = ServerOfTests.with();

    @AfterEach
    void theLogIsQuiet() {
        SERVER.isQuiet();
    }

    private static String request(String method, String path, String headers, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        String answer = RawSocket.talk(
                SERVER.port(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + length
                        + "\r\n" + body);
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("<html", "exception", "apache", "\tat ");
        return answer;
    }

    private static void isAnswered(String answer, String status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /api/v1/sources, 400",
        "TRACE, /_dmock/world, 405",
        "PROPFIND, /_dmock/world, 405",
        "PROPFIND, /api/v1/sources, 400",
        "get, /api/v1/sources, 400",
        "GET, /_dmock/env, 404",
        "GET, /_dmock/heapdump, 404",
        "GET, /_dmock/beans, 404",
        "GET, /_dmock/conditions, 404",
        "GET, /_dmock/configprops, 404",
        "GET, /_dmock/flyway, 404",
        "GET, /_dmock/loggers, 404",
        "GET, /_dmock/mappings, 404",
        "GET, /_dmock/metrics/jvm.memory.used, 404",
        "GET, /_dmock/prometheus, 404",
        "GET, /_dmock/sbom, 404",
        "GET, /_dmock/threaddump, 404",
        "POST, /_dmock/shutdown, 404",
        "GET, /actuator, 404",
        "GET, /actuator/health, 404",
        "GET, /h2-console, 404",
        "GET, /error, 404",
        "GET, /_dmock/webjars/../../application.yaml, 404",
        "GET, /_dmock/webjars/%2e%2e/%2e%2e/application.yaml, 404",
        "GET, /_dmock/%00, 404",
        "GET, /_dmock/journal?limit=%zz, 400",
        "GET, /_dmock/journal?limit=%ff, 400",
        "GET, /_dmock/journal?limit=-1, 400",
        "GET, /_dmock/spaces/%00/api/v1/sources, 400",
    })
    void methodsAndPaths(String method, String path, String status) {
        isAnswered(request(method, path, "", ""), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", ";;;"})
    void theControlApiAnswersInJson(String accepted) {
        assertThat(request("GET", "/_dmock/world", "Accept: " + accepted + "\r\n", ""))
                .startsWith("HTTP/1.1 406")
                .contains("Content-Type: application/json", "\"error\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\u0000\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /_dmock/world HTTP/1.1\r\nHost: [::zz\r\n\r\n",
                "POST /api/v1/sources HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n{}",
                "POST /api/v1/sources HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
            })
    void whatIsNotHttpIsRefusedInAFewWords(String bytes) {
        String answer = RawSocket.talk(SERVER.port(), bytes);
        assertThat(answer).matches("(?s)|HTTP/1.1 4.*|HTTP/1.1 5.*").hasSizeLessThan(300);
    }

    /** Of a length that is none, is too large, or is not where it should be. */
    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}", "FFFFFFFFFFFF\r\n{}", "1\r\n{}\r\n", "2\r\n{}zz\r\n0\r\n\r\n", "\r\n"})
    void chunksThatAreNoneAreAnsweredAsWrong(String body) {
        for (String target : new String[] {"POST " + SOURCES, "PUT " + WORLD}) {
            String answer = RawSocket.talk(
                    SERVER.port(),
                    target + " HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n" + body);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Connection: close", "Content-Type: text/plain; charset=utf-8")
                    .endsWith("\r\n\r\n400 Bad Request");
        }
    }

    @Test
    void headersAreLimited() {
        String flood = "X-Flood: y\r\n".repeat(5000);
        isAnswered(request("GET", SOURCES, flood, ""), "4");
        isAnswered(request("GET", SOURCES, "X: " + "y".repeat(50_000) + "\r\n", ""), "4");
    }

    @Test
    void bodiesAreLimitedToOneMebibyte() {
        String large = "{\"api\": \"" + "x".repeat(1 << 20) + "\"}";
        assertThat(request("PUT", WORLD, JSON, large))
                .startsWith("HTTP/1.1 413")
                .contains("\"error\"");
        isAnswered(request("POST", SOURCES, JSON, large), "413");
        String chunked = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
        isAnswered(
                RawSocket.talk(
                        SERVER.port(),
                        "POST " + SOURCES + " HTTP/1.1\r\nHost: a\r\n" + JSON
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunked),
                "413");
    }

    @Test
    void nestingTextsAndPartsAreLimited() {
        String deep = "[".repeat(65) + "]".repeat(65);
        String longText = "\"" + "x".repeat((1 << 18) + 1) + "\"";
        String manyParts = "[" + "1,".repeat(100_000) + "1]";
        for (String body : new String[] {deep, longText, manyParts}) {
            assertThat(request("PUT", WORLD, JSON, body))
                    .startsWith("HTTP/1.1 400")
                    .contains("256 Ki");
            assertThat(request("POST", SOURCES, JSON, body))
                    .startsWith("HTTP/1.1 400")
                    .contains("exceeded max");
        }
    }

    @Test
    void bytesThatAreNoTextAreAnsweredAsWrong() {
        for (String body :
                new String[] {"\u0000".repeat(50), "{\"api\": \"\u00ff\u00fe\"}", "\u001f\u008b\u0008zz", "{"}) {
            isAnswered(request("PUT", WORLD, JSON, body), "400");
            isAnswered(request("POST", SOURCES, JSON, body), "400");
        }
    }

    /** Aliases are not followed, so that nothing grows. */
    @Test
    void yamlCannotBeMultiplied() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        String yaml = "Content-Type: application/yaml\r\n";
        isAnswered(request("PUT", WORLD, yaml, laughs.toString()), "400");
        isAnswered(request("PUT", WORLD, yaml, "api: !!javax.script.ScriptEngineManager [x]"), "400");
        isAnswered(request("PUT", WORLD, yaml, "[".repeat(1000)), "400");
        isAnswered(request("PUT", WORLD, yaml, "api: v8.1\nworkers: 2"), "200");
    }
}
