package dev.dmock.web.openapi;

import dev.dmock.go.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses the schemas of a document. */
final class OpenApiSchemaReader {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String GO_PACKAGE = "openapi.";

    private final Json.Obj components;
    private final Map<String, OpenApiSchema> read = new LinkedHashMap<>();

    OpenApiSchemaReader(Json.Obj components) {
        this.components = components;
    }

    OpenApiSchema read(Json.Obj schema) {
        return read(schema, "", "");
    }

    /** Returns the schema of this name. */
    OpenApiSchema component(String name) {
        return read(Json.Obj.empty().with("$ref", Json.of(COMPONENTS + name)));
    }

    /**
     * Parses a schema.
     *
     * @param owner the Go name of the struct that has it as a property
     */
    private OpenApiSchema read(Json.Obj schema, String owner, String property) {
        Json reference = schema.get("$ref");
        if (reference == null) {
            return resolved(schema, "", owner, property);
        }
        String name = text(reference).substring(COMPONENTS.length());
        OpenApiSchema known = read.get(name);
        if (known == null) {
            known = resolved((Json.Obj) Objects.requireNonNull(components.get(name), name), name, "", "");
            read.put(name, known);
        }
        return known;
    }

    private OpenApiSchema resolved(Json.Obj source, String name, String owner, String property) {
        OpenApiSchema.Type type = OpenApiSchema.Type.valueOf(
                text(Objects.requireNonNull(source.get("type"))).toUpperCase(Locale.ROOT));
        Map<String, OpenApiSchema> properties = new LinkedHashMap<>();
        member(source, "properties")
                .members()
                .forEach((key, value) -> properties.put(key, read((Json.Obj) value, name, key)));
        OpenApiSchema items = source.get("items") instanceof Json.Obj of ? read(of) : null;
        OpenApiSchema additional = source.get("additionalProperties") instanceof Json.Obj of ? read(of) : null;
        List<String> allowed = texts(source, "enum");
        List<String> required = texts(source, "required");
        return new OpenApiSchema(
                source,
                name.isEmpty() ? "" : COMPONENTS + name,
                type,
                source.get("nullable") instanceof Json.Bool bool && bool.value(),
                allowed,
                properties,
                required,
                items,
                additional,
                source.get("default"),
                goType(source, type, name, owner + GoNames.pascalOrEmpty(property), items, properties, required),
                name);
    }

    private static String goType(
            Json.Obj source,
            OpenApiSchema.Type type,
            String name,
            String enumName,
            @Nullable OpenApiSchema items,
            Map<String, OpenApiSchema> properties,
            List<String> required) {
        if (!name.isEmpty()) {
            return GO_PACKAGE + name;
        }
        String format = source.get("format") instanceof Json.Text text ? text.value() : "";
        return switch (type) {
            case STRING -> source.get("enum") == null ? "string" : GO_PACKAGE + enumName;
            case BOOLEAN -> "bool";
            case NUMBER -> "float64";
            case INTEGER -> format.isEmpty() ? "int" : format;
            case ARRAY -> "[]" + Objects.requireNonNull(items).goType();
            case OBJECT -> properties.isEmpty() ? "map[string]json.RawMessage" : goStruct(properties, required);
        };
    }

    /** Returns the type of an anonymous struct as Go prints it. */
    private static String goStruct(Map<String, OpenApiSchema> properties, List<String> required) {
        return properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> {
                    boolean optional = !required.contains(e.getKey());
                    return GoNames.pascal(e.getKey()) + (optional ? " *" : " ")
                            + e.getValue().goType() + " \"json:\\\"" + e.getKey() + (optional ? ",omitempty" : "")
                            + "\\\"\"";
                })
                .collect(Collectors.joining("; ", "struct { ", " }"));
    }

    private static List<String> texts(Json.Obj source, String name) {
        return source.get(name) instanceof Json.Array array
                ? array.elements().stream().map(OpenApiSchemaReader::text).toList()
                : List.of();
    }

    private static Json.Obj member(Json.Obj object, String name) {
        return object.get(name) instanceof Json.Obj found ? found : Json.Obj.empty();
    }

    private static String text(Json value) {
        return ((Json.Text) value).value();
    }
}
