package dev.dmock.web.openapi;

import dev.dmock.go.GoJsonReader;
import dev.dmock.go.GoSyntaxException;
import dev.dmock.go.Json;
import dev.dmock.version.ApiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The OpenAPI document that a version returns at {@code /api/v1/dm.json}: that of DM v5.3.0, that of v8.1 to v8.5, or
 * v5.3's with the differences of the documentation page.
 */
public final class OpenApiDocument {

    private static final Json.Obj NO_VERBS = Json.Obj.empty();

    private final Json.Obj root;
    private final Json.Obj verbs;

    private OpenApiDocument(Json.Obj root, Json.Obj verbs) {
        this.root = root;
        this.verbs = verbs;
    }

    public static OpenApiDocument of(ApiVersion version) {
        return switch (version) {
            case DOCS -> asOnThePage(resource("v5.3.json"), resource("docs.patch.json"));
            case V5_3 -> new OpenApiDocument(resource("v5.3.json"), NO_VERBS);
            case V8_1, V8_5 -> new OpenApiDocument(resource("v8.json"), NO_VERBS);
        };
    }

    public Json.Obj root() {
        return root;
    }

    /** Returns a path's undocumented methods, each with the documented method that it is an alias of. */
    Map<String, String> aliases(String path) {
        Map<String, String> aliases = new LinkedHashMap<>();
        if (verbs.get(path) instanceof Json.Obj ofPath) {
            ofPath.members().forEach((alias, verb) -> aliases.put(alias, ((Json.Text) verb).value()));
        }
        return aliases;
    }

    /** Returns the same document with another server URL. */
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

    /** Applies the documentation page's methods; v5.3.0's methods stay as aliases. */
    private static OpenApiDocument asOnThePage(Json.Obj original, Json.Obj patch) {
        Json.Obj merged = (Json.Obj) merge(original, member(patch, "merge"));
        Json.Obj verbs = member(patch, "verbs");
        Map<String, Json> paths = new LinkedHashMap<>(member(merged, "paths").members());
        OpenApiDocument aliases = new OpenApiDocument(merged, verbs);
        verbs.members().keySet().forEach(path -> {
            Map<String, Json> operations =
                    new LinkedHashMap<>(member(merged, "paths", path).members());
            aliases.aliases(path)
                    .forEach((alias, verb) -> operations.put(verb, Objects.requireNonNull(operations.remove(alias))));
            paths.put(path, new Json.Obj(operations, 0));
        });
        return new OpenApiDocument(merged.with("paths", new Json.Obj(paths, 0)), verbs);
    }

    /** Merges by JSON Merge Patch (RFC 7386). */
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

    private static Json.Obj member(Json.Obj object, String... names) {
        Json.Obj member = object;
        for (String name : names) {
            member = (Json.Obj) Objects.requireNonNull(member.get(name), name);
        }
        return member;
    }
}
