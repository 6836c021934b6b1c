package dev.dmock.web.openapi;

import dev.dmock.go.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a document by path and method. The real server looks an operation up twice: its validator takes the
 * first matching path for any method, its router takes the most literal path of the method.
 */
public final class Routes {

    private static final Comparator<PathPattern> FEWEST_VARIABLES = Comparator.comparingLong(PathPattern::variables);
    private static final Comparator<PathPattern> BY_NAME = Comparator.comparing(PathPattern::text);

    /** The operation that accepts a task as an undocumented body. */
    private static final String UNDECLARED_TASK = "DMAPUpdateTaskTemplate";

    private final Map<PathPattern, Map<String, Operation>> operations;

    private Routes(Map<PathPattern, Map<String, Operation>> operations) {
        this.operations = operations;
    }

    /**
     * Parses the operations of a document.
     *
     * @param descending whether the validator tries paths with the same number of parameters in descending order
     */
    public static Routes of(OpenApiDocument document, boolean descending) {
        Json.Obj root = document.root();
        OpenApiSchemaReader schemas =
                new OpenApiSchemaReader(object(object(root.get("components")).get("schemas")));
        List<PathPattern> patterns = new ArrayList<>();
        Map<PathPattern, Map<String, Operation>> byMethod = new HashMap<>();
        object(root.get("paths")).members().forEach((path, item) -> {
            PathPattern pattern = new PathPattern(path);
            Map<String, Operation> ofPath = new LinkedHashMap<>();
            object(item).members().forEach((verb, operation) -> {
                String method = verb.toUpperCase(Locale.ROOT);
                ofPath.put(method, operation(schemas, method, path, object(operation)));
            });
            document.aliases(path)
                    .forEach((alias, verb) -> ofPath.put(
                            alias.toUpperCase(Locale.ROOT),
                            Objects.requireNonNull(ofPath.get(verb.toUpperCase(Locale.ROOT)))));
            patterns.add(pattern);
            byMethod.put(pattern, ofPath);
        });
        Map<PathPattern, Map<String, Operation>> sorted = new LinkedHashMap<>();
        Comparator<PathPattern> order = FEWEST_VARIABLES.thenComparing(descending ? BY_NAME.reversed() : BY_NAME);
        patterns.stream().sorted(order).forEach(p -> sorted.put(p, Objects.requireNonNull(byMethod.get(p))));
        return new Routes(sorted);
    }

    /** Returns all operations, each with its documented method only. */
    public List<Operation> operations() {
        return operations.values().stream()
                .flatMap(ofPath -> ofPath.values().stream().distinct())
                .toList();
    }

    /** Returns the operations of the path that the validator matches to an encoded path, by method. */
    public Optional<Map<String, Operation>> firstMatching(String path) {
        List<String> parts = PathPattern.split(path);
        return operations.entrySet().stream()
                .filter(e -> e.getKey().matches(parts))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Returns the operation that the router finds. The router does not backtrack from a more literal path that matches
     * a prefix and ends with a parameter: a task named {@code templates} has no operations below {@code sources}.
     */
    public Optional<Match> mostLiteral(String method, String path) {
        List<String> parts = PathPattern.split(path);
        return operations.entrySet().stream()
                .filter(e -> e.getValue().containsKey(method)
                        && (e.getKey().matches(parts) || e.getKey().endsInsideOf(parts)))
                .min(Map.Entry.comparingByKey(PathPattern.MOST_LITERAL_FIRST))
                .filter(e -> e.getKey().matches(parts))
                .map(e -> new Match(
                        Objects.requireNonNull(e.getValue().get(method)),
                        e.getKey().values(parts)));
    }

    /** Returns whether the method has a path that continues {@code path}, which ends with a parameter. */
    public boolean endsInParameter(String method, String path) {
        List<String> parts = PathPattern.split(path);
        return operations.entrySet().stream()
                .anyMatch(e -> e.getValue().containsKey(method) && e.getKey().goesOnBehind(parts));
    }

    /** An operation and its path parameters, still encoded. */
    public record Match(Operation operation, Map<String, String> pathValues) {}

    private static Operation operation(OpenApiSchemaReader schemas, String method, String path, Json.Obj operation) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        if (operation.get("parameters") instanceof Json.Array array) {
            for (Json element : array.elements()) {
                Json.Obj parameter = object(element);
                parameters.add(new Operation.Parameter(
                        text(parameter.get("name")),
                        text(parameter.get("in")).equals("path"),
                        schemas.read(object(parameter.get("schema")))));
            }
        }
        String id = text(operation.get("operationId"));
        Operation.RequestBody body =
                operation.get("requestBody") instanceof Json.Obj declared ? body(schemas, declared) : null;
        OpenApiSchema takes =
                body != null ? body.schema() : id.equals(UNDECLARED_TASK) ? schemas.component("Task") : null;
        return new Operation(id, method, path, List.copyOf(parameters), body, takes);
    }

    private static Operation.RequestBody body(OpenApiSchemaReader schemas, Json.Obj body) {
        boolean required = body.get("required") instanceof Json.Bool bool && bool.value();
        Json.Obj content = object(object(body.get("content")).get("application/json"));
        return new Operation.RequestBody(required, schemas.read(object(content.get("schema"))));
    }

    private static Json.Obj object(@Nullable Json value) {
        return (Json.Obj) Objects.requireNonNull(value);
    }

    private static String text(@Nullable Json value) {
        return ((Json.Text) Objects.requireNonNull(value)).value();
    }
}
