package dev.dmock.web.openapi;

import dev.dmock.space.ApiVersion;
import dev.dmock.web.json.GoJsonReader;
import dev.dmock.web.json.GoSyntaxException;
import dev.dmock.web.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The document that a version answers at {@code /api/v1/dm.json}: that of DM v5.3.0, that of v8.1 to v8.5, or v5.3's
 * with what the documentation page says differently.
 */
public final class OpenApiDocument {

    private final Json.Obj root;

    private OpenApiDocument(Json.Obj root) {
        this.root = root;
    }

    public static OpenApiDocument of(ApiVersion version) {
        return new OpenApiDocument(
                switch (version) {
                    case DOCS -> asOnThePage(resource("v5.3.json"), resource("docs.patch.json"));
                    case V5_3 -> resource("v5.3.json");
                    case V8_1, V8_5 -> resource("v8.json");
                });
    }

    public Json.Obj root() {
        return root;
    }

    /** The same document for clients that reach the API below another URL. */
    public Json.Obj servedAt(String url) {
        Json.Obj server = Json.Obj.empty().with("url", Json.of(url));
        return root.with("servers", new Json.Array(List.of(server), 0));
    }

    private static Json.Obj resource(String name) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("/openapi/" + name)) {
            return (Json.Obj) GoJsonReader.read(Objects.requireNonNull(in, name).readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GoSyntaxException e) {
            throw new IllegalStateException(name + " is not JSON: " + e.text(), e);
        }
    }

    private static Json.Obj asOnThePage(Json.Obj document, Json.Obj patch) {
        Json.Obj merged = (Json.Obj) merge(document, member(patch, "merge"));
        Map<String, Json> paths = new LinkedHashMap<>(member(merged, "paths").members());
        member(patch, "also")
                .members()
                .forEach((path, verbs) -> ((Json.Obj) verbs).members().forEach((verb, other) -> {
                    Json.Obj operations = (Json.Obj) Objects.requireNonNull(paths.get(path), path);
                    String also = ((Json.Text) other).value();
                    paths.put(path, operations.with(also, renamed(member(operations, verb), also)));
                }));
        return merged.with("paths", new Json.Obj(paths, 0));
    }

    /** Two operations must not have one id. */
    private static Json.Obj renamed(Json.Obj operation, String verb) {
        String id = ((Json.Text) Objects.requireNonNull(operation.get("operationId"))).value();
        return operation.with("operationId", Json.of(id + "By" + Names.pascal(verb)));
    }

    /** As JSON Merge Patch (RFC 7386) says. */
    private static Json merge(Json target, Json patch) {
        if (!(patch instanceof Json.Obj changes)) {
            return patch;
        }
        Map<String, Json> merged = new LinkedHashMap<>(target instanceof Json.Obj old ? old.members() : Map.of());
        changes.members().forEach((name, change) -> {
            if (change instanceof Json.Null) {
                merged.remove(name);
            } else {
                merged.put(name, merge(merged.getOrDefault(name, change), change));
            }
        });
        return new Json.Obj(merged, 0);
    }

    private static Json.Obj member(Json.Obj object, String name) {
        return (Json.Obj) Objects.requireNonNull(object.get(name), name);
    }
}
