package dev.dmock.web.servlet;

import dev.dmock.space.DependencyTracker;
import dev.dmock.space.Spaces;
import dev.dmock.web.DmRequest;
import dev.dmock.web.RequestedSpace;
import dev.dmock.web.wrapper.RawContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Caches responses to GET requests until any fact of the space changes; time-dependent responses are not cached.
 * Only JSON responses of a leader's operations are cached, so all other requests take the normal path.
 */
@Component
class ResponseCache {

    private static final String WRITTEN = Written.class.getName();

    private final Spaces spaces;

    ResponseCache(Spaces spaces) {
        this.spaces = spaces;
    }

    /** The cache key: all parts of a request, besides the space, that affect the response. */
    private record Key(String prefix, String path, @Nullable String query, int port) {

        static Key of(HttpServletRequest request, RequestedSpace space) {
            return new Key(space.prefix(), request.getRequestURI(), request.getQueryString(), request.getLocalPort());
        }

        int size() {
            return prefix.length() + path.length() + (query == null ? 0 : query.length());
        }
    }

    /** A cached response and its request. */
    @SuppressWarnings("ArrayRecordComponent") // answers are not compared
    private record CachedResponse(DmRequest request, String contentType, byte[] body) {}

    /** The JSON response of an operation. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Written(String contentType, byte[] body) {}

    /** Returns whether a request can be cached. */
    private static boolean isCacheable(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    /** Starts tracking the dependencies of a response. */
    DependencyTracker trace(RequestedSpace space) {
        return spaces.trace(space.name());
    }

    /** Sends the cached response; returns false on a cache miss. */
    boolean answer(HttpServletRequest request, RequestedSpace space, HttpServletResponse response) throws IOException {
        if (!isCacheable(request)) {
            return false;
        }
        Optional<CachedResponse> found = spaces.recall(space.name(), Key.of(request, space), CachedResponse.class);
        if (found.isEmpty()) {
            return false;
        }
        CachedResponse known = found.get();
        known.request().remember(request);
        RawContentType.send(response, HttpServletResponse.SC_OK, known.contentType(), known.body());
        return true;
    }

    /** Records the JSON response of an operation. */
    static void written(HttpServletRequest request, String contentType, byte[] body) {
        request.setAttribute(WRITTEN, new Written(contentType, body));
    }

    /** Caches the response if the tracker saw only reads of the space's current facts. */
    void keep(HttpServletRequest request, HttpServletResponse response, DependencyTracker trace) {
        @Nullable Written written = (Written) request.getAttribute(WRITTEN);
        Optional<DmRequest> accepted = DmRequest.of(request);
        if (written != null
                && isCacheable(request)
                && accepted.isPresent()
                && response.getStatus() == HttpServletResponse.SC_OK) {
            Key key = Key.of(request, accepted.get().space());
            CachedResponse known = new CachedResponse(accepted.get(), written.contentType(), written.body());
            trace.keep(key, known, key.size() + written.body().length);
        }
    }
}
