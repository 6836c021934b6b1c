package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.RequestedSpace;
import dev.dmock.web.servlet.RequestLayers;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The control API's document is what springdoc makes of the controllers, with the words and examples of
 * {@code openapi/control.yaml} merged in. The server serves the file {@code openapi/control.json}; if this test says that
 * it is out of date, put {@code target/control.json} in its place.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.api-docs.path=/_dmock/generated.json",
            "springdoc.api-docs.version=openapi_3_0",
            "springdoc.paths-to-match=/_dmock/**",
            "springdoc.paths-to-exclude=/_dmock/console/**,/_dmock/openapi.json,/_dmock/docs,"
                    + "/_dmock/health/**,/_dmock/info,/_dmock/metrics",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false",
        })
class ControlDocumentTests {

    private static final Path WORDS = Path.of("src", "test", "resources", "openapi", "control.yaml");
    private static final Path SERVED = Path.of("src", "main", "resources", "openapi", "control.json");
    private static final Path MADE = Path.of("target", "control.json");

    @TestConfiguration(proxyBeanMethods = false)
    static class Generation {

        static {
            SpringDocUtils.getConfig()
                    .addRequestWrapperToIgnore(SpaceName.class, RequestedSpace.class)
                    .replaceWithSchema(JsonNode.class, new Schema<>());
        }

        /** Such as {@code showWorld}, of the method {@code show} of the {@code WorldController}. */
        @Bean
        OperationCustomizer idsAndTags() {
            return (operation, method) -> {
                String what = method.getBeanType().getSimpleName().replace("Controller", "");
                operation.setOperationId(method.getMethod().getName() + what);
                operation.setTags(null);
                return operation;
            };
        }
    }

    @Autowired
    private RequestLayers layers;

    private final WireClient client = new WireClient();

    @LocalServerPort
    private int port;

    private JsonNode get(String path) {
        Reply reply = client.send(Call.of("GET", "http://127.0.0.1:" + port, path));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return CaseJson.read(reply.text());
    }

    @Test
    void theServedDocumentIsUpToDate() throws IOException {
        ObjectNode made = sorted((ObjectNode) get("/_dmock/generated.json"));
        made.remove("servers");
        ObjectNode merged =
                (ObjectNode) merge(made, YAMLMapper.builder().build().readTree(Files.readString(WORDS)));
        operations(merged).forEach(ControlDocumentTests::complete);
        ObjectNode schemas = (ObjectNode) merged.at("/components/schemas");
        operationIds().forEach(schemas.withArray("/OperationId/enum")::add);
        ArmingSchema.fill((ObjectNode) schemas.get("Arming"));
        Files.writeString(MADE, merged.toPrettyString() + "\n");

        assertThat(SERVED).as("see target/control.json").exists().hasSameTextualContentAs(MADE);
    }

    /** Those of all versions. */
    private List<String> operationIds() {
        return Arrays.stream(ApiVersion.values())
                .flatMap(version -> layers.of(version).operations().stream())
                .map(dev.dmock.web.openapi.Operation::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** An operation of a document. */
    private record Operation(String path, String method, ObjectNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Operation> operations(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(op -> new Operation(path.getKey(), op.getKey(), (ObjectNode) op.getValue())))
                .toList();
    }

    /** Adds what all operations have, and what is said of parameters by their names. */
    private static void complete(Operation operation) {
        ObjectNode node = operation.node();
        JsonNode words = node.path("x-parameters");
        ArrayNode parameters = node.withArray("/parameters");
        parameters.forEach(
                parameter -> merge(parameter, words.path(parameter.get("name").asString())));
        node.remove("x-parameters");
        ObjectNode answers = (ObjectNode) node.get("responses");
        answers.putObject("400").put("$ref", "#/components/responses/Wrong");
        if (operation.path().contains("{")) {
            answers.putObject("404").put("$ref", "#/components/responses/NotFound");
        }
        if (!operation.path().startsWith("/_dmock/spaces")) {
            parameters.addObject().put("$ref", "#/components/parameters/Space");
        }
    }

    private static JsonNode served() {
        return CaseJson.read(read(SERVED));
    }

    static Stream<Operation> operations() {
        return operations(served()).stream();
    }

    static Stream<Map.Entry<String, JsonNode>> schemas() {
        return served().at("/components/schemas").properties().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsDescribedWithExamples(Operation operation) {
        JsonNode node = operation.node();
        assertThat(node.path("summary").asString("")).isNotEmpty();
        assertThat(node.path("description").asString("")).isNotEmpty();
        assertThat(node.path("tags").size()).isEqualTo(1);
        for (JsonNode parameter : node.path("parameters")) {
            assertThat(parameter.has("$ref") || parameter.has("description"))
                    .as(parameter.toString())
                    .isTrue();
            assertThat(parameter.has("$ref") || parameter.has("example"))
                    .as(parameter.toString())
                    .isTrue();
        }
        node.get("responses").properties().forEach(answer -> {
            JsonNode content = answer.getValue();
            assertThat(content.has("$ref") || content.has("description"))
                    .as(answer.toString())
                    .isTrue();
            boolean bodiless = answer.getKey().equals("204") || content.has("$ref");
            assertThat(bodiless || content.at("/content/application~1json").has("example"))
                    .as(answer.toString())
                    .isTrue();
        });
        assertThat(!node.has("requestBody")
                        || node.at("/requestBody/content/application~1json").has("example"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldIsDescribed(Map.Entry<String, JsonNode> schema) {
        assertThat(schema.getValue().has("description")).isTrue();
        JsonNode alternatives = schema.getValue().path("oneOf");
        (alternatives.isMissingNode() ? Stream.of(schema.getValue()) : alternatives.valueStream())
                .forEach(one -> assertThat(one.path("properties").properties())
                        .allMatch(field -> field.getValue().has("description")
                                || field.getValue().has("$ref")));
    }

    @Test
    void operationsAreToldApart() {
        assertThat(operations(served()).stream()
                        .map(operation -> operation.node().get("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    /** Every example of a body is taken, and answered as the document says. */
    @ParameterizedTest
    @MethodSource("operations")
    void examplesWork(Operation operation) {
        String base = "http://127.0.0.1:" + port + "/_dmock/spaces/examples-" + UUID.randomUUID();
        client.send(Call.of("POST", base, "/_dmock/snapshots").with("application/json", "{\"name\": \"before\"}"));
        client.send(Call.of("PUT", base, "/_dmock/spaces/ci-4711"));
        client.send(Call.of("POST", base, "/_dmock/faults")
                .with("application/json", "{\"fault\": \"upstream-unreachable\"}"));
        String path = operation.path();
        for (JsonNode parameter : operation.node().get("parameters")) {
            if (parameter.path("in").asString("").equals("path")) {
                String name = parameter.get("name").asString();
                path = path.replace("{" + name + "}", parameter.get("example").asString());
            }
        }
        Call call = Call.of(operation.method().toUpperCase(Locale.ROOT), base, path);
        JsonNode body = operation.node().at("/requestBody/content/application~1json/example");
        if (path.equals("/_dmock/wait")) {
            call = Call.of("GET", base, path + "?task=task-1&timeout=PT0S");
        }
        Reply reply = client.send(body.isMissingNode() ? call : call.with("application/json", body.toString()));

        assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
        JsonNode answer = operation.node().get("responses").get(String.valueOf(reply.status()));
        assertThat(answer).as("an answer " + reply.status()).isNotNull();
        if (reply.body().length > 0) {
            fits(answer.at("/content/application~1json/schema"), CaseJson.read(reply.text()), "");
        }
    }

    /** Every field of an answer is one of the schema's, and of its type. */
    private static void fits(JsonNode given, JsonNode value, String path) {
        JsonNode schema =
                given.has("$ref") ? served().at(given.get("$ref").asString().substring(1)) : given;
        String type = schema.path("type").asString("");
        boolean right = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> true;
        };
        assertThat(right || schema.path("nullable").asBoolean(false) && value.isNull())
                .as(path + " is a " + type + ": " + value)
                .isTrue();
        value.values().forEach(element -> {
            if (value.isArray()) {
                fits(schema.get("items"), element, path + "[]");
            }
        });
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode other = schema.path("additionalProperties");
            if (type.equals("object") && schema.has("properties") && known.isMissingNode()) {
                assertThat(other.isMissingNode())
                        .as(path + "." + field.getKey())
                        .isFalse();
            }
            fits(known.isMissingNode() ? other : known, field.getValue(), path + "." + field.getKey());
        }
    }

    @Test
    void spacesAreNamedAsServers() {
        assertThat(get("/_dmock/openapi.json").at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(get("/_dmock/spaces/x/_dmock/openapi.json")
                        .at("/servers/0/url")
                        .asString())
                .isEqualTo("/_dmock/spaces/x");
    }

    @Test
    void thePageShowsIt() {
        Reply page = client.send(Call.of("GET", "http://127.0.0.1:" + port, "/_dmock/spaces/x/_dmock/docs"));

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("/_dmock/spaces/x/_dmock/openapi.json", "swagger-ui-bundle.js");
    }

    private static ObjectNode sorted(ObjectNode document) {
        document.set("paths", sortedMembers(document.get("paths")));
        ObjectNode components = (ObjectNode) document.get("components");
        components.set("schemas", sortedMembers(components.get("schemas")));
        return document;
    }

    private static ObjectNode sortedMembers(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        members.forEach(copy::set);
        return copy;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON Merge Patch (RFC 7386) says. */
    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject() ? (ObjectNode) target : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), merge(merged.path(change.getKey()), change.getValue()));
            }
        });
        return merged;
    }
}
