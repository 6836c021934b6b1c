package dev.dmock.web.request;

import dev.dmock.go.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the request layer comes to. */
public sealed interface RequestDecision {

    /**
     * Answered by the request layer itself.
     *
     * @param contentType null for an answer without a body
     * @param headers further headers
     */
    record Refused(int status, @Nullable String contentType, String body, Map<String, String> headers)
            implements RequestDecision {

        Refused(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }
    }

    /**
     * For an operation to carry out.
     *
     * @param path the path with its parameters in braces
     * @param pathParameters the decoded values
     * @param query the decoded values of the operation's query parameters; booleans as {@code true} and {@code false}
     */
    record Accepted(
            String operationId,
            String path,
            Map<String, String> pathParameters,
            Map<String, List<String>> query,
            Body body)
            implements RequestDecision {}

    /** What an operation gets as its body. */
    sealed interface Body {

        /** The operation takes none. */
        record None() implements Body {}

        /**
         * The operation takes one.
         *
         * @param json members by the names of the schema, unknown ones left out, defaults filled in where the version
         *     does that; empty of its kind if nothing was sent
         * @param sent whether there was one
         */
        record Given(Json json, boolean sent) implements Body {}
    }
}
