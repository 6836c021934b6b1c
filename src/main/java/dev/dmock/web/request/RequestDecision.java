package dev.dmock.web.request;

import dev.dmock.go.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of the request layer's checks. */
public sealed interface RequestDecision {

    /**
     * The request layer refuses the request or answers it.
     *
     * @param contentType null for a response without a body
     * @param headers further headers
     */
    record Refused(int status, @Nullable String contentType, String body, Map<String, String> headers)
            implements RequestDecision {

        Refused(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }
    }

    /**
     * An operation receives the request.
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

    /** The body that an operation receives. */
    sealed interface Body {

        /** The operation has no body. */
        record None() implements Body {}

        /**
         * The operation has a body.
         *
         * @param json members by the names of the schema, unknown ones left out, defaults filled in where the version
         *     does that; empty of its kind if nothing was sent
         * @param sent whether the request had a body
         */
        record Given(Json json, boolean sent) implements Body {}
    }
}
