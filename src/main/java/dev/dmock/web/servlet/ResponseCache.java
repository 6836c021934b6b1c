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
 * Gives the answer to a GET again that was asked before, as long as the facts of the space are the very same and the time
 * had no part in it. Only a leader's answers that an operation has written as JSON are known, so that everything else
 * that can become of a request takes the long way.
 */
@Component
class ResponseCache {

    private static final String WRITTEN = Written.class.getName();

    private final Spaces spaces;

    ResponseCache(Spaces spaces) {
        this.spaces = spaces;
    }

    /** All of a request that its answer can depend on, besides the space. */
    private record Key(String prefix, String path, @Nullable String query, int port) {

        static Key of(HttpServletRequest request, RequestedSpace space) {
            return new Key(space.prefix(), request.getRequestURI(), request.getQueryString(), request.getLocalPort());
        }

        int size() {
            return prefix.length() + path.length() + (query == null ? 0 : query.length());
        }
    }

    /** An answer, and the request that it was given to. */
    @SuppressWarnings("ArrayRecordComponent") // answers are not compared
    private record Known(DmRequest request, String contentType, byte[] body) {}

    /** What an operation answered. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Written(String contentType, byte[] body) {}

    /** Whether a request is one of those that can be answered from what is known. */
    private static boolean mayKnow(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    /** Follows what the answer to a request is made of. */
    DependencyTracker trace(RequestedSpace space) {
        return spaces.trace(space.name());
    }

    /** Answers, if the answer is known. */
    boolean answer(HttpServletRequest request, RequestedSpace space, HttpServletResponse response) throws IOException {
        if (!mayKnow(request)) {
            return false;
        }
        Optional<Known> found = spaces.recall(space.name(), Key.of(request, space), Known.class);
        if (found.isEmpty()) {
            return false;
        }
        Known known = found.get();
        known.request().remember(request);
        RawContentType.send(response, HttpServletResponse.SC_OK, known.contentType(), known.body());
        return true;
    }

    /** Says what an operation answers. */
    static void written(HttpServletRequest request, String contentType, byte[] body) {
        request.setAttribute(WRITTEN, new Written(contentType, body));
    }

    /** Keeps what was answered to a request, if it was all made while the trace was kept. */
    void keep(HttpServletRequest request, HttpServletResponse response, DependencyTracker trace) {
        @Nullable Written written = (Written) request.getAttribute(WRITTEN);
        Optional<DmRequest> accepted = DmRequest.of(request);
        if (written != null
                && mayKnow(request)
                && accepted.isPresent()
                && response.getStatus() == HttpServletResponse.SC_OK) {
            Key key = Key.of(request, accepted.get().space());
            Known known = new Known(accepted.get(), written.contentType(), written.body());
            trace.keep(key, known, key.size() + written.body().length);
        }
    }
}
