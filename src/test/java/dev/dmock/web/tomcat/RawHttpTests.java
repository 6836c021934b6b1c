package dev.dmock.web.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.web.servlet.RawHttp;
import dev.dmock.web.servlet.RawHttp.Answer;
import dev.dmock.web.servlet.WireServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Golden bytes: what a comparison of parsed JSON does not see. */
@SpringBootTest(
        classes = WireServer.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false") // it has no database
class RawHttpTests {

    private static final String ORIGIN = "Access-Control-Allow-Origin: *";
    private static final String METHODS = "Access-Control-Allow-Methods: POST, GET, OPTIONS, PUT, DELETE";
    private static final String HEADERS = "Access-Control-Allow-Headers: accept, content-type, authorization";
    private static final String V8 = "/_dmock/spaces/v8.1";

    @LocalServerPort
    private int port;

    private RawHttp http = new RawHttp(0);

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    void v5WritesCompactJsonAndALineFeed() {
        Answer answer = http.send("GET", "/api/v1/sources?with_status=T", "Accept: text/html", "Origin: http://x");
        assertThat(answer.body())
                .isEqualTo("{\"data\":[{\"a\":1,\"enable_gtid\":true,\"source_name\":\"\\u003cb\\u003e\\u0026é\"}],"
                        + "\"empty\":[],\"s\":\"true\",\"total\":2}\n");
        assertThat(answer.head())
                .containsExactly(
                        "HTTP/1.1 200 ",
                        HEADERS,
                        METHODS,
                        ORIGIN,
                        "Content-Length: 108",
                        "Content-Type: application/json; charset=UTF-8");
    }

    @Test
    void v8WritesIndentedJsonWithoutALineFeed() {
        Answer answer = http.send("GET", V8 + "/api/v1/sources");
        assertThat(answer.body()).isEqualTo("""
                        {
                            "data": [
                                {
                                    "a": null,
                                    "enable_gtid": true,
                                    "source_name": "\\u003cb\\u003e\\u0026é"
                                }
                            ],
                            "empty": [],
                            "total": 2
                        }""");
        assertThat(answer.head()).contains("Content-Type: application/json; charset=utf-8");
    }

    @Test
    void emptyAnswersHaveNoContentType() {
        assertThat(http.send("DELETE", "/api/v1/sources/there").head())
                .containsExactly("HTTP/1.1 204 ", HEADERS, METHODS, ORIGIN);
        assertThat(http.send("POST", "/api/v1/sources/s/pause-relay").head())
                .containsExactly("HTTP/1.1 200 ", HEADERS, METHODS, ORIGIN, "Content-Length: 0");
        assertThat(http.send("GET", V8 + "/api/v1/sources/none").head())
                .containsExactly("HTTP/1.1 404 ", HEADERS, METHODS, ORIGIN, "Content-Length: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sources", "/api/v1/nope", "/", "/_dmock/spaces/v5.3-follower/api/v1/sources"})
    void optionsAreAnsweredAnywhere(String target) {
        assertThat(http.send("OPTIONS", target, "Origin: http://x", "Access-Control-Request-Method: POST")
                        .head())
                .containsExactly("HTTP/1.1 200 ", HEADERS, METHODS, ORIGIN, "Content-Length: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v2/sources", "/v5/sources", "/v8/sources", "/error", "/webjars/", "/api"})
    void whatIsNotTheApiIsNotThere(String target) {
        Answer answer = http.send("GET", target);
        assertThat(answer.head())
                .containsExactly(
                        "HTTP/1.1 404 ",
                        HEADERS,
                        METHODS,
                        ORIGIN,
                        "Content-Length: 19",
                        "Content-Type: text/plain; charset=utf-8",
                        "X-Content-Type-Options: nosniff");
        assertThat(answer.body()).isEqualTo("404 page not found\n");
    }

    @Test
    void headIsAnotherMethodThanGet() {
        Answer answer = http.send("HEAD", "/api/v1/sources");
        assertThat(answer.status()).isEqualTo("400");
        assertThat(answer.head()).contains("Content-Length: 68", "Content-Type: application/json; charset=UTF-8");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "PATCH", "FOO"})
    void otherMethodsAreRefusedByTheRequestLayer(String method) {
        Answer answer = http.send(method, "/api/v1/sources");
        assertThat(answer.body())
                .isEqualTo("{\"error_code\":0,\"error_msg\":\"code=400, message=method not allowed\"}\n");
        assertThat(answer.head()).noneMatch(line -> line.startsWith("Allow"));
    }

    @Test
    void aFollowerOfV5Redirects() {
        Answer answer = http.sendBody("POST", "/_dmock/spaces/v5.3-follower/api/v1/a%2Fb?x=%zz&y=é", "{");
        assertThat(answer.head())
                .containsExactly(
                        "HTTP/1.1 307 ",
                        HEADERS,
                        METHODS,
                        ORIGIN,
                        "Content-Length: 0",
                        "Location: http://127.0.0.1:8261/_dmock/spaces/v5.3-follower/api/v1/a%2Fb?x=%zz&y=é");
        assertThat(http.send("GET", "/api/v1/sources", "X-DMock-Space: v5.3-follower")
                        .head())
                .contains("Location: http://127.0.0.1:8261/api/v1/sources");
    }

    @Test
    void aFollowerOfV8PassesOnAndAddsItsHeaders() {
        Answer answer = http.send("GET", "/_dmock/spaces/v8.1-follower/api/v1/tasks/t");
        assertThat(answer.head())
                .containsExactly(
                        "HTTP/1.1 200 ",
                        HEADERS,
                        HEADERS,
                        METHODS,
                        METHODS,
                        ORIGIN,
                        ORIGIN,
                        "Content-Length: 11",
                        "Content-Type: application/json; charset=utf-8");
        assertThat(http.send("GET", "/_dmock/spaces/v8.1-follower/nope").head()).containsOnlyOnce(ORIGIN);
    }

    @Test
    void redirectsCarryThePrefixOfTheSpace() {
        Answer answer = http.send("GET", V8 + "/api/v1/tasks/?with_status=true&x=y");
        assertThat(answer.head())
                .contains(
                        "HTTP/1.1 301 ",
                        "Location: /_dmock/spaces/v8.1/api/v1/tasks?with_status=true&x=y",
                        "Content-Type: text/html; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("<a href=\"/_dmock/spaces/v8.1/api/v1/tasks?with_status=true&amp;x=y\">"
                        + "Moved Permanently</a>.\n\n");
        assertThat(http.send("GET", "/api/v1").head()).contains("HTTP/1.1 301 ", "Location: /api/v1/");
    }

    @ParameterizedTest
    @CsvSource({
        "a%2Fb, a/b",
        "a+b, a+b",
        "a%20b, a b",
        "%252e%252e, ..",
        "x%2525y, x%y",
        "%E4%BB%BB, 任",
        "任务, 任务",
        "é, é",
        "%C3%A9, é",
        "a;b=c, a;b=c",
        "a%3Bb, a;b",
        "a%3Fb, a?b",
        "a|b, a|b",
        "a%5Cb, a\\b",
        "{x}, {x}"
    })
    void namesInPathsOfV5(String encoded, String name) {
        String expected = "[\"" + name.replace("\\", "\\\\") + "\",\"default\"]\n";
        assertThat(http.send("GET", "/api/v1/sources/" + encoded + "/status").body())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a+b, a b", "a%252Fb, a/b", "a%252Bb, a+b", "x%2525y, x%y", "任务, 任务", "%E4%BB%BB, 任"})
    void namesInPathsOfV8(String encoded, String name) {
        assertThat(http.send("GET", V8 + "/api/v1/tasks/" + encoded).body()).isEqualTo("[\n    \"" + name + "\"\n]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%00", "/api/v1/no/%ff/such", "/api/v1/%c3/status"})
    void noPathIsRefusedBeforeTheRequestLayer(String target) {
        Answer answer = http.send("GET", target);
        assertThat(answer.head()).contains("HTTP/1.1 400 ", "Content-Type: application/json; charset=UTF-8");
        assertThat(answer.body())
                .startsWith("{\"error_code\":0,\"error_msg\":\"code=")
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource({"/../api/v1/nope, /api/v1/nope", "/api/v1/%2e%2e/%2e%2e/%2e%2e/x, /x"})
    void anUncleanPathIsRedirectedToTheCleanOne(String target, String clean) {
        assertThat(http.send("GET", target).head()).contains("HTTP/1.1 301 ", "Location: " + clean);
    }

    @Test
    void aLongPathIsAPathLikeOthers() {
        Answer answer = http.send("GET", "/api/v1/sources/" + "x".repeat(9000) + "/status");
        assertThat(answer.body()).contains("xxx");
        assertThat(answer.head()).contains("HTTP/1.1 200 ");
    }

    @Test
    void anEncodedSlashIsNotFoundInV8() {
        Answer answer = http.send("GET", V8 + "/api/v1/tasks/a%2Fb");
        assertThat(answer.head()).contains("HTTP/1.1 404 ", "Content-Type: text/plain", "Content-Length: 18");
        assertThat(answer.body()).isEqualTo("404 page not found");
    }

    @Test
    void aCommaIsPartOfAName() {
        assertThat(http.send("GET", "/api/v1/tasks/t/status?source_name_list=a,b&source_name_list=c&x=1")
                        .body())
                .isEqualTo("[\"a,b\",\"c\"]\n");
        assertThat(http.send("GET", "/api/v1/tasks/t/status?source_name_list=a,b")
                        .body())
                .isEqualTo("[\"a,b\"]\n");
    }

    @Test
    void bodiesReachControllersAsTheSchemaHasThem() {
        String source = "{\"SOURCE_NAME\":\"t\",\"source_name\":\"é\",\"host\":\"h\",\"port\":1,\"user\":\"u\","
                + "\"password\":\"p\",\"enable_gtid\":true,\"zzz\":1} and more";
        assertThat(http.sendBody("POST", "/api/v1/sources", source, "Content-Type: application/json")
                        .body())
                .isEqualTo("{\"a\":true,\"enable_gtid\":true,\"source_name\":\"é\"}\n");
        assertThat(http.send("POST", "/api/v1/sources").body())
                .isEqualTo("{\"a\":false,\"enable_gtid\":false,\"source_name\":\"null\"}\n");
        assertThat(http.sendBody(
                                "POST",
                                "/_dmock/spaces/v8.5/api/v1/sources",
                                "{\"source\":{\"source_name\":\"s\",\"host\":\"h\",\"port\":1,\"user\":\"u\"}}",
                                "Content-Type: application/json")
                        .body())
                .contains("\"enable\": false");
    }

    @Test
    void errorsHaveTheShapeOfTheGeneration() {
        Answer error = http.send("DELETE", "/api/v1/sources/s");
        assertThat(error.head()).contains("HTTP/1.1 400 ", "Content-Type: application/json; charset=UTF-8");
        assertThat(error.body())
                .isEqualTo("{\"error_code\":46008,\"error_msg\":\"[code=46008:class=scheduler:scope=internal:"
                        + "level=medium], Message: source config with ID s not exists\"}\n");
        assertThat(http.send("POST", "/api/v1/sources/panic/pause-relay").body())
                .isEqualTo("{\"error_code\":0,\"error_msg\":\"runtime error: invalid memory address or nil pointer"
                        + " dereference\"}\n");
        assertThat(http.send("GET", V8 + "/api/v1/sources/panic").head())
                .containsExactly("HTTP/1.1 500 ", HEADERS, METHODS, ORIGIN, "Content-Length: 0");
    }

    @Test
    void aMistakeShowsNoStackTrace() {
        Answer inController = http.send("GET", "/api/v1/sources/mistake/status");
        Answer noController = http.send("GET", "/api/v1/tasks");
        assertThat(inController.head()).isEqualTo(noController.head()).contains("HTTP/1.1 500 ");
        assertThat(inController.body())
                .isEqualTo(noController.body())
                .isEqualTo("{\"error_code\":0,\"error_msg\":\"unexpected error in DMock, please see its log\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400 Bad Request",
        "'GET / x HTTP/1.1\r\nHost: x\r\n\r\n', 400 Bad Request",
        "'nonsense\r\n\r\n', 400 Bad Request",
        "'GET / HTTP/1.1\r\n\r\n', 400 Bad Request",
        "'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: what\r\nConnection: close\r\n\r\n', 501 Not Implemented",
        "'GET / HTTP/3.7\r\nHost: x\r\n\r\n', 505 HTTP Version not supported",
    })
    void whatIsNotHttpIsRefusedInOneLine(String request, String line) {
        Answer answer = http.raw(request);
        assertThat(answer.status()).isEqualTo(line.substring(0, 3));
        assertThat(answer.body()).isIn(line, "");
    }

    @Test
    void aHeaderThatIsTooLargeIsRefusedInOneLine() {
        Answer answer = http.send("GET", "/api/v1/sources", "X: " + "x".repeat(100_000));
        assertThat(answer.status()).isIn("400", "431");
        assertThat(answer.body()).doesNotContain("<").hasSizeLessThan(60);
    }

    @Test
    void documentsAreServedForTheSpace() {
        Answer json = http.send("GET", "/api/v1/dm.json");
        assertThat(json.head()).contains("HTTP/1.1 200 ", "Content-Type: application/json; charset=UTF-8");
        assertThat(json.body())
                .startsWith("{\"components\":{\"schemas\":{\"ClusterMaster\":{")
                .contains("\"servers\":[{\"url\":\"https://you.domain.com/\"}]")
                .endsWith("}\n");
        Answer inSpace = http.send("GET", V8 + "/api/v1/dm.json");
        assertThat(inSpace.head()).contains("Content-Type: application/json; charset=utf-8");
        assertThat(inSpace.body())
                .contains("\"servers\":[{\"url\":\"/_dmock/spaces/v8.1\"}]")
                .endsWith("}");
    }

    @Test
    void thePageComesWithEverythingThatItNeeds() {
        Answer page = http.send("GET", V8 + "/api/v1/docs");
        assertThat(page.head()).contains("HTTP/1.1 200 ", "Content-Type: text/html; charset=utf-8");
        assertThat(page.body())
                .contains("<div id=\"swagger-ui\"></div>", "\"/_dmock/spaces/v8.1/api/v1/dm.json\"")
                .doesNotContain("http:", "https:");
        assertThat(http.send("GET", "/api/v1/docs").head()).contains("Content-Type: text/html; charset=UTF-8");
        assertThat(http.send("GET", "/_dmock/webjars/swagger-ui/swagger-ui.css").status())
                .isEqualTo("200");
        assertThat(http.send("GET", "/_dmock/webjars/swagger-ui/swagger-ui-bundle.js")
                        .status())
                .isEqualTo("200");
    }

    @Test
    void theControlApiHasOrdinaryJsonAndNoCorsHeaders() {
        Answer answer = http.send("GET", "/_dmock/echo");
        assertThat(answer.body()).isEqualTo("{\"zebra\":\"<default>\",\"apple\":{}}");
        assertThat(answer.head()).noneMatch(line -> line.startsWith("Access-Control"));
        assertThat(http.send("GET", V8 + "/_dmock/echo").body()).contains("<v8.1>");
        assertThat(http.send("GET", "/_dmock/echo", "X-DMock-Space: x").body()).contains("<x>");
    }

    @Test
    void aSpaceNeedsAProperName() {
        assertThat(http.send("GET", "/api/v1/sources", "X-DMock-Space: a b").status())
                .isEqualTo("400");
    }

    @Test
    void aBodyThatIsNotChunkedAsItSaysIsRefused() {
        Answer answer = http.raw("POST /api/v1/sources HTTP/1.1\r\nHost: x\r\nContent-Type: "
                + "application/json\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n");
        assertThat(answer.status()).isEqualTo("400");
        assertThat(answer.body()).isEqualTo("400 Bad Request");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Answer answer = http.sendBody(
                "POST", "/api/v1/sources", "\"" + "x".repeat(1 << 20) + "\"", "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo("413");
    }
}
