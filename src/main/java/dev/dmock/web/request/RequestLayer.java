package dev.dmock.web.request;

import dev.dmock.go.GoUrl;
import dev.dmock.go.Json;
import dev.dmock.version.ApiVersion;
import dev.dmock.version.Generation;
import dev.dmock.web.openapi.OpenApiDocument;
import dev.dmock.web.openapi.OpenApiSchema;
import dev.dmock.web.openapi.Operation;
import dev.dmock.web.openapi.Operation.Parameter;
import dev.dmock.web.openapi.Operation.RequestBody;
import dev.dmock.web.openapi.Routes;
import dev.dmock.web.request.RequestDecision.Accepted;
import dev.dmock.web.request.RequestDecision.Body;
import dev.dmock.web.request.RequestDecision.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP layer of one version of DM-master, built from its OpenAPI document. It decides which requests reach an
 * operation, decodes them, and answers all others. The order of checks and the texts are those of v5.3.0, v8.1.0 and
 * v8.5.7.
 */
public final class RequestLayer {

    /** The maximum body size in bytes; the real server has no such limit. */
    public static final int LARGEST_BODY = 1 << 20;

    private final Generation generation;
    private final Routes routes;
    private final MuxResponder frontDoor;
    private final QueryValidator queries;
    private final BodyValidator bodies;
    private final ParameterBinder parameters;
    private final BodyBinder binder;
    private final ErrorResponses refusals;

    private RequestLayer(ApiVersion version, Routes routes) {
        boolean newer = version == ApiVersion.V8_5;
        boolean v8 = version.generation() == Generation.V8;
        this.generation = version.generation();
        this.routes = routes;
        this.frontDoor = new MuxResponder(v8 ? routes : null);
        this.queries = newer ? new QueryValidator.Newer() : new QueryValidator.Older();
        this.bodies = new BodyValidator(newer, version == ApiVersion.DOCS);
        this.parameters = new ParameterBinder(v8);
        this.binder = v8 ? new BodyBinder.V8() : new BodyBinder.V5();
        this.refusals = v8 ? new ErrorResponses.V8() : new ErrorResponses.V5();
    }

    public static RequestLayer of(ApiVersion version) {
        return new RequestLayer(version, Routes.of(OpenApiDocument.of(version), version == ApiVersion.V8_5));
    }

    /** Returns the response that every master gives, leader or follower; empty if the request continues. */
    public Optional<Refused> frontDoor(RawRequest request) {
        return GoUrl.parse(request.path(), request.query())
                .map(url -> frontDoor.answer(request, url))
                .orElseGet(() -> Optional.of(new Refused(400, "text/plain; charset=utf-8", "400 Bad Request")));
    }

    /** Validates and decodes a request on the leader, after {@link #frontDoor}. */
    public RequestDecision judge(RawRequest request) {
        GoUrl url = GoUrl.parse(request.path(), request.query()).orElseThrow();
        Optional<Map<String, Operation>> found = routes.firstMatching(url.escapedPath());
        if (found.isEmpty()) {
            return refusals.noOperation("no matching operation was found");
        }
        Operation validating = found.get().get(request.method());
        if (validating == null) {
            return refusals.noOperation("method not allowed");
        }
        if (request.body().length > LARGEST_BODY) {
            return refusals.tooLarge();
        }
        try {
            Optional<Json> body = validate(validating, url, request);
            Optional<Routes.Match> match = routes.mostLiteral(request.method(), routedPath(url));
            return match.isPresent() ? bind(match.get(), url, body, request) : refusals.notRouted();
        } catch (RequestViolation error) {
            return refusals.invalid(error);
        } catch (ParameterBinder.InvalidParameterException error) {
            return refusals.badParameter(error);
        } catch (BindingError error) {
            return refusals.badBody(error);
        } catch (BodyBinder.UndecodableException error) {
            return refusals.undecodable(error.text());
        }
    }

    /** Returns all operations of the version. */
    public List<Operation> operations() {
        return routes.operations();
    }

    /** Returns the operation id for a path and a method, even if the request is invalid. */
    public Optional<String> operationId(String method, String path, @Nullable String query) {
        return GoUrl.parse(path, query)
                .flatMap(url -> routes.mostLiteral(method, routedPath(url)))
                .map(match -> match.operation().id());
    }

    /**
     * Returns the path that the router matches: v8 uses the decoded path, v5.3 the path as sent if decoding loses
     * information.
     */
    private String routedPath(GoUrl url) {
        return generation == Generation.V5 && !url.rawPath().isEmpty() ? url.rawPath() : url.path();
    }

    private Optional<Json> validate(Operation operation, GoUrl url, RawRequest request) throws RequestViolation {
        Map<String, List<String>> query = url.values();
        for (Parameter parameter : operation.parameters()) {
            List<String> values = query.get(parameter.name());
            if (!parameter.inPath() && values != null) {
                queries.check(parameter, values);
            }
        }
        RequestBody body = operation.body();
        return body == null ? Optional.empty() : bodies.check(body, request);
    }

    private Accepted bind(Routes.Match match, GoUrl url, Optional<Json> body, RawRequest request)
            throws ParameterBinder.InvalidParameterException, BindingError, BodyBinder.UndecodableException {
        Map<String, List<String>> query = url.values();
        Operation operation = match.operation();
        Map<String, String> inPath = new LinkedHashMap<>();
        Map<String, List<String>> inQuery = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            List<String> values = query.get(parameter.name());
            if (parameter.inPath()) {
                String value = Objects.requireNonNull(match.pathValues().get(parameter.name()));
                inPath.put(parameter.name(), parameters.path(parameter, value));
            } else if (values != null) {
                inQuery.put(parameter.name(), parameters.query(parameter, values));
            }
        }
        OpenApiSchema takes = operation.takes();
        Body given = takes == null ? new Body.None() : binder.bind(takes, body, request, url);
        return new Accepted(operation.id(), operation.path(), inPath, inQuery, given);
    }
}
