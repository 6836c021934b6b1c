package dev.dmock.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.request.RequestDecision.Accepted;
import dev.dmock.web.request.RequestDecision.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no recording has: the limits of this server, the version of the documentation page, and some whole texts. */
class RequestLayerTests {

    private static final String JSON = "application/json";

    @Test
    void theSchemaAndTheValueAreShownInWhole() {
        Refused refused =
                refused(ApiVersion.V5_3, "POST", "/api/v1/sources/s/transfer", "{\"worker_name\":null,\"<\":\"é\"}");
        assertThat(refused.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(refused.body())
                .isEqualTo("{\"error_code\":0,\"error_msg\":\"code=400, message=request body has an error: "
                        + "doesn't match the schema: Error at \\\"/worker_name\\\": Value is not nullable, "
                        + "internal=request body has an error: doesn't match the schema: Error at "
                        + "\\\"/worker_name\\\": Value is not nullable\\nSchema:\\n  {\\n    \\\"description\\\": "
                        + "\\\"worker name\\\",\\n    \\\"example\\\": \\\"worker-1\\\",\\n    \\\"type\\\": "
                        + "\\\"string\\\"\\n  }\\n\\nValue:\\n  null\\n\"}\n");
    }

    @Test
    void aReferenceInsideAShownSchemaStaysOne() {
        assertThat(refused(ApiVersion.V5_3, "POST", "/api/v1/sources/s/start-relay", "[]")
                        .body())
                .contains("\\\"worker_name_list\\\": {\\n        \\\"$ref\\\": "
                        + "\\\"#/components/schemas/WorkerNameList\\\"\\n      }")
                .contains("Value:\\n  \\\"array\\\"\\n");
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void aBodyThatIsTooLargeIsRefusedInTheVersionsShape(ApiVersion version) {
        String body = "\"" + "x".repeat(RequestLayer.LARGEST_BODY) + "\"";
        Refused refused = refused(version, "POST", "/api/v1/sources", body);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).startsWith("{\"error");
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void aBodyThatIsNestedDeeplyIsRead(ApiVersion version) {
        assertThat(refused(version, "POST", "/api/v1/sources", "[".repeat(64)).body())
                .contains("failed to decode request body: unexpected EOF");
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void aBodyThatIsNestedTooDeeplyIsRefused(ApiVersion version) {
        Refused refused = refused(version, "POST", "/api/v1/sources", "[".repeat(65));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("failed to decode request body: invalid character '[' exceeded max depth");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/sources/s/start-relay, '{\"worker_name_list\":[\"w\",]}', DMAPIStartRelay",
        "POST, /api/v1/sources/s/start-relay, '{\"worker_name_list\":[]}', DMAPIStartRelay",
        "PATCH, /api/v1/sources/s/stop-relay, '{\"worker_name_list\":[]}', DMAPIStopRelay",
        "PATCH, /api/v1/sources/s/pause-relay, '', DMAPIPauseRelay",
        "PATCH, /api/v1/sources/s/resume-relay, '', DMAPIResumeRelay",
        "PATCH, /api/v1/sources/s/transfer, '{\"worker_name\":\"w\",}', DMAPITransferSource",
        "PATCH, /api/v1/tasks/t/pause, '[\"s\",]', DMAPIPauseTask",
        "PATCH, /api/v1/tasks/t/resume, '', DMAPIResumeTask",
        "PATCH, /api/v1/tasks/t/sources/s/schemas/d/t, '{\"sql_content\":\"\"}', DMAPIOperateTableStructure",
        "PUT, /api/v1/tasks/t/sources/s/schemas/d/t, '{\"sql_content\":\"\"}', DMAPIOperateTableStructure"
    })
    void thePageHasVerbsOfItsOwn(String method, String path, String body, String operation) {
        assertThat(accepted(ApiVersion.DOCS, method, path, body).operationId()).isEqualTo(operation);
        if (method.equals("PATCH")) {
            assertThat(refused(ApiVersion.V5_3, method, path, body).body()).contains("method not allowed");
        }
    }

    @Test
    void thePageKnowsAStage() {
        String target = "/api/v1/tasks/t/status?stage=running&source_name_list=a,b";
        assertThat(accepted(ApiVersion.DOCS, "GET", target, "").query())
                .containsEntry("stage", List.of("running"))
                .containsEntry("source_name_list", List.of("a,b"));
        assertThat(accepted(ApiVersion.V5_3, "GET", target, "").query()).doesNotContainKey("stage");
    }

    @Test
    void withoutABodyAnOperationGetsAnEmptyOne() {
        Accepted paused = accepted(ApiVersion.V5_3, "POST", "/api/v1/tasks/t/pause", "");
        assertThat(paused.body()).isInstanceOfSatisfying(RequestDecision.Body.Given.class, given -> {
            assertThat(GoJsonWriter.compact(given.json())).isEqualTo("[]");
            assertThat(given.sent()).isFalse();
        });
        assertThat(accepted(ApiVersion.V5_3, "GET", "/api/v1/tasks", "").body())
                .isInstanceOf(RequestDecision.Body.None.class);
    }

    @Test
    void ofANumberWithoutAValueOnlyTheCauseIsShown() {
        String body = "{\"source\":{\"source_name\":\"s\",\"host\":\"h\",\"port\":1e400,\"user\":\"u\"}}";
        assertThat(refused(ApiVersion.V8_5, "POST", "/api/v1/sources", body).body())
                .contains(
                        "Error at \\\"/source/port\\\": strconv.ParseFloat: parsing \\\"1e400\\\": value out of range\"}");
    }

    @Test
    void defaultsAreFilledInWhereTheVersionDoesThat() {
        String body = "{\"source\":{\"source_name\":\"s\",\"host\":\"h\",\"port\":1,\"user\":\"u\",\"enable\":null,"
                + "\"purge\":{},\"COLOUR\":1}}";
        Accepted accepted = accepted(ApiVersion.V8_5, "POST", "/api/v1/sources", body);
        assertThat(GoJsonWriter.compact(((RequestDecision.Body.Given) accepted.body()).json()))
                .isEqualTo("{\"source\":{\"enable\":false,\"enable_gtid\":false,\"host\":\"h\",\"port\":1,"
                        + "\"purge\":{\"expires\":0,\"interval\":3600,\"remain_space\":15},\"source_name\":\"s\","
                        + "\"user\":\"u\"}}");
        assertThat(refused(ApiVersion.V8_1, "POST", "/api/v1/sources", body).body())
                .contains("Error at \\\"/source/enable\\\": Value is not nullable");
    }

    /** An escape is three bytes for Go, which need not be whole characters. */
    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void anEscapeIsQuotedByteByByte(ApiVersion version) {
        assertThat(refused(version, "GET", "/api/v1/sources/%25%C3%A9/status", "")
                        .body())
                .contains("invalid URL escape \\\"%é\\\"\"}");
        assertThat(refused(version, "GET", "/api/v1/sources/%25%F0%9F%98%80/status", "")
                        .body())
                .contains("invalid URL escape \\\"%\\\\xf0\\\\x9f\\\"\"}");
    }

    private static Refused refused(ApiVersion version, String method, String target, String body) {
        return (Refused) Requests.outcome(RequestLayer.of(version), Requests.of(method, target, JSON, body));
    }

    private static Accepted accepted(ApiVersion version, String method, String target, String body) {
        return (Accepted) Requests.outcome(RequestLayer.of(version), Requests.of(method, target, JSON, body));
    }
}
