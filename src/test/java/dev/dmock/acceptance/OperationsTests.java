package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.CaseJson;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The routes of the generation v5, and the OpenAPI documents it serves, have the operations of DM-master v5.3.0 and no others. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperationsTests {

    private static final Set<String> HTTP_METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private static final List<Function<Operation, String>> REAL = List.of(Operation::method);
    private static final List<Function<Operation, String>> DOCUMENTED = List.of(Operation::documentedMethod);
    private static final List<Function<Operation, String>> EITHER =
            List.of(Operation::method, Operation::documentedMethod);

    private static final List<String> IDS =
            Operation.V5_3.stream().map(Operation::id).toList();

    private final RequestMappingHandlerMapping routes;
    private final WireClient client = new WireClient();

    @LocalServerPort
    private int port;

    @Autowired
    OperationsTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    /** The verbs of the documentation page may be routes of their own, or be taken for the real ones before. */
    @Test
    void everyOperationHasARoute() {
        Set<String> mapped = mappedBelow("/v5/");
        assertThat(mapped).containsAll(lines("/v5", REAL));
        assertThat(lines("/v5", EITHER)).containsAll(mapped);
    }

    @Test
    void theDocumentOfTheRealServerHasEveryOperation() {
        JsonNode document = document("v5.3");
        assertThat(operations(document)).containsExactlyInAnyOrderElementsOf(lines("/api/v1", REAL));
        assertThat(ids(document)).containsExactlyInAnyOrderElementsOf(IDS);
    }

    /** The same operations with the page's verbs; the other verbs are accepted, but are not operations of their own. */
    @Test
    void theDocumentOfThePageHasItsVerbs() {
        JsonNode document = document("docs");
        assertThat(operations(document)).containsExactlyInAnyOrderElementsOf(lines("/api/v1", DOCUMENTED));
        assertThat(ids(document)).containsExactlyInAnyOrderElementsOf(IDS);
    }

    private static List<String> ids(JsonNode document) {
        return document.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .flatMap(operation -> operation.optional("operationId").stream())
                .map(JsonNode::asString)
                .toList();
    }

    private static Set<String> lines(String prefix, List<Function<Operation, String>> methods) {
        return Operation.V5_3.stream()
                .flatMap(operation ->
                        methods.stream().map(method -> method.apply(operation) + " " + prefix + operation.path()))
                .collect(Collectors.toSet());
    }

    private Set<String> mappedBelow(String prefix) {
        Set<String> mapped = new HashSet<>();
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            route.getPatternValues().stream()
                    .filter(path -> path.startsWith(prefix))
                    .forEach(path -> route.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> mapped.add(method + " " + withoutNames(path))));
        }
        return mapped;
    }

    private JsonNode document(String api) {
        String base = "http://127.0.0.1:" + port;
        Reply world = client.send(
                Call.of("PUT", base, "/_dmock/world").with("application/json", "{\"api\":\"" + api + "\"}"));
        assertThat(world.status()).as(world.text()).isEqualTo(200);
        return CaseJson.read(
                client.send(Call.of("GET", base, "/api/v1/dm.json")).text());
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> operations = new HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(HTTP_METHODS::contains)
                        .forEach(method ->
                                operations.add(method.toUpperCase(Locale.ROOT) + " " + withoutNames(path.getKey()))));
        return operations;
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
