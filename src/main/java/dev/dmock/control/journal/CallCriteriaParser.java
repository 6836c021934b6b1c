package dev.dmock.control.journal;

import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.journal.CallCriteria;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.servlet.RequestLayers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;
import tools.jackson.databind.JsonNode;

/**
 * Parses criteria for calls and rejects criteria that no call can match, since a test that expects no call would pass
 * with a typing error.
 */
@Component
class CallCriteriaParser {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final int LEAST_STATUS = 100;
    private static final int MAX_STATUS = 599;

    private final RequestLayers layers;

    CallCriteriaParser(RequestLayers layers) {
        this.layers = layers;
    }

    /** @throws InvalidControlRequestException naming the field that no call can match */
    CallCriteria of(
            @Nullable String operationId,
            @Nullable String method,
            @Nullable String path,
            @Nullable Integer status,
            @Nullable Integer errorCode,
            @Nullable JsonNode body,
            @Nullable JsonNode answer,
            long since) {
        if (operationId != null && !isOperation(operationId)) {
            throw new InvalidControlRequestException("operationId", "no version has an operation " + operationId);
        }
        String upper = method == null ? null : method.toUpperCase(Locale.ROOT);
        if (upper != null && !METHODS.contains(upper)) {
            throw new InvalidControlRequestException("method", "there is no such method");
        }
        if (status != null && (status < LEAST_STATUS || status > MAX_STATUS)) {
            throw new InvalidControlRequestException("status", "has to be from " + LEAST_STATUS + " to " + MAX_STATUS);
        }
        if (since < 0) {
            throw new InvalidControlRequestException("since", "cannot be negative");
        }
        return new CallCriteria(operationId, upper, pattern(path), status, errorCode, body, answer, since);
    }

    /**
     * Accepts operations of every version, since the space may have emulated another version when the call was made.
     */
    private boolean isOperation(String id) {
        return Arrays.stream(ApiVersion.values())
                .flatMap(version -> layers.of(version).operations().stream())
                .anyMatch(operation -> operation.id().equals(id));
    }

    private static @Nullable PathPattern pattern(@Nullable String path) {
        if (path == null) {
            return null;
        }
        if (!path.startsWith("/")) {
            throw new InvalidControlRequestException("path", "has to begin with a slash, such as /api/v1/sources");
        }
        try {
            return PathPatternParser.defaultInstance.parse(path);
        } catch (PatternParseException e) {
            throw new InvalidControlRequestException("path", "is no pattern of paths: " + e.toDetailedString());
        }
    }
}
