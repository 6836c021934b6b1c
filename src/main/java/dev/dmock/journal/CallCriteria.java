package dev.dmock.journal;

import dev.dmock.web.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * Criteria for calls; null matches any value.
 *
 * @param path a path in which {@code *} or a name in braces matches a segment and {@code **} matches the rest
 * @param body a part of the request's JSON; its passwords match any value, since the journal does not store them
 * @param answer a part of the answer's JSON
 * @param since the id after which calls match; 0 for all
 */
public record CallCriteria(
        @Nullable String operationId,
        @Nullable String method,
        @Nullable PathPattern path,
        @Nullable Integer status,
        @Nullable Integer errorCode,
        @Nullable JsonNode body,
        @Nullable JsonNode answer,
        long since) {

    public CallCriteria {
        body = body == null ? null : Secrets.masked(body);
        answer = answer == null ? null : Secrets.masked(answer);
    }

    public boolean matches(JournalEntry entry) {
        return entry.id() > since && differences(entry).isEmpty();
    }

    List<CallDifference> differences(JournalEntry entry) {
        List<CallDifference> found = new ArrayList<>();
        check(found, "operationId", operationId, entry.operationId());
        check(found, "method", method, entry.method());
        if (path != null && !path.matches(PathContainer.parsePath(entry.path()))) {
            check(found, "path", path.getPatternString(), entry.path());
        }
        check(found, "status", status, entry.status());
        check(found, "error_code", errorCode, entry.errorCode());
        check(found, "body", body, entry.body());
        check(found, "answer", answer, entry.answer());
        return found;
    }

    private static void check(
            List<CallDifference> found, String field, @Nullable Object expected, @Nullable Object actual) {
        if (expected != null && !expected.equals(actual)) {
            found.add(new CallDifference(field, node(expected), actual == null ? null : node(actual)));
        }
    }

    private static void check(
            List<CallDifference> found, String field, @Nullable JsonNode expected, @Nullable JournaledBody actual) {
        if (expected != null) {
            JsonNode json = actual == null ? null : actual.json().orElseGet(() -> StringNode.valueOf(actual.text()));
            found.addAll(PartialJsonMatcher.differences(field, expected, json));
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        String text = Objects.toString(value);
        return text.isEmpty() ? NullNode.instance : StringNode.valueOf(text);
    }
}
