package dev.dmock.web.request;

import dev.dmock.go.GoUrl;
import dev.dmock.web.openapi.Routes;
import dev.dmock.web.request.RequestDecision.Refused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests before an operation is looked up, on leaders and followers. Go's mux in front of the API accepts
 * only clean paths below {@code /api/v1/}; v8's router also redirects paths with a trailing slash.
 */
final class MuxResponder {

    private static final String API = "/api/v1/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int MOVED = 301;
    private static final int REDIRECTED = 307;
    private static final int NOT_FOUND = 404;

    private final @Nullable Routes redirecting;

    /**
     * Creates a responder.
     *
     * @param redirecting the routes of a router that redirects paths that end with a slash; null if it does not
     */
    MuxResponder(@Nullable Routes redirecting) {
        this.redirecting = redirecting;
    }

    /** Returns the response; empty if the request continues. */
    Optional<Refused> answer(RawRequest request, GoUrl url) {
        String clean = clean(url.path());
        if (clean.concat("/").equals(API)) {
            return Optional.of(moved(request, url.at(API), MOVED));
        }
        if (!clean.equals(url.path()) && !request.method().equals("CONNECT")) {
            return Optional.of(moved(request, url.at(clean), MOVED));
        }
        if (!clean.startsWith(API)) {
            return Optional.of(
                    new Refused(NOT_FOUND, TEXT, "404 page not found\n", Map.of("X-Content-Type-Options", "nosniff")));
        }
        return redirecting == null ? Optional.empty() : withoutSlash(redirecting, request, url);
    }

    private static Optional<Refused> withoutSlash(Routes routes, RawRequest request, GoUrl url) {
        String path = url.path();
        String shorter = path.substring(0, path.length() - 1);
        boolean known = path.endsWith("/")
                && (routes.mostLiteral(request.method(), shorter).isPresent()
                        || routes.endsInParameter(request.method(), shorter));
        return known
                ? Optional.of(moved(request, url.at(shorter), request.method().equals("GET") ? MOVED : REDIRECTED))
                : Optional.empty();
    }

    private static Refused moved(RawRequest request, GoUrl to, int status) {
        String location = request.prefix() + to.text();
        String body = request.method().equals("GET")
                ? "<a href=\"" + html(GoUrl.characters(location)) + "\">"
                        + (status == MOVED ? "Moved Permanently" : "Temporary Redirect") + "</a>.\n\n"
                : "";
        boolean typed = request.method().equals("GET") || request.method().equals("HEAD");
        return new Refused(status, typed ? HTML : null, body, Map.of("Location", ascii(location)));
    }

    /** Returns the path without empty segments, {@code .} and {@code ..}; a trailing slash stays. */
    private static String clean(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String joined = "/" + String.join("/", segments);
        boolean slash = path.endsWith("/") && !segments.isEmpty();
        return slash ? joined + "/" : joined;
    }

    private static String ascii(String bytes) {
        StringBuilder out = new StringBuilder();
        bytes.chars().forEach(c -> out.append(c < 0x80 ? Character.toString(c) : String.format("%%%02x", c)));
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }
}
