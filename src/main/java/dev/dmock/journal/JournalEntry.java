package dev.dmock.journal;

import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the DM API.
 *
 * @param id the sequence number in the space, from 1, in the order of the answers
 * @param at the time of the request by the space's clock
 * @param machineTime the time of the request by the machine's clock
 * @param took the time until the answer
 * @param operationId the operation, even if the request was refused; null if no operation has this method and path
 * @param path the path as sent, without the prefix of the space and without passwords
 * @param query the query as sent, without passwords; null if there was none
 * @param headers the relevant headers
 * @param body null if the body was not read, because the answer did not depend on it
 * @param status null if the connection ended without an answer
 * @param answer null if the answer had no body
 */
public record JournalEntry(
        long id,
        Instant at,
        Instant machineTime,
        Duration took,
        ApiVersion api,
        @Nullable String operationId,
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        @Nullable JournaledBody body,
        @Nullable Integer status,
        Map<String, String> answerHeaders,
        @Nullable JournaledBody answer) {

    private static final int ABOUT_AN_ENTRY = 600;
    private static final String CODE_BEGINS = "[code=";
    private static final Pattern CODE = Pattern.compile("\\[code=([0-9]{1,9}):");

    /** Returns the answer's DM error code, if it has one. */
    public @Nullable Integer errorCode() {
        if (answer == null || !answer.mentions("\"error_code\"")) {
            return null;
        }
        return answer.json()
                .map(json -> json.path("error_code"))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue)
                .orElse(null);
    }

    /** Returns all DM error codes in the answer, including those in its texts, such as the error of a paused task. */
    Set<Integer> errorCodes() {
        Set<Integer> codes = new TreeSet<>();
        Integer own = errorCode();
        if (own != null) {
            codes.add(own);
        }
        if (answer != null && answer.mentions(CODE_BEGINS)) {
            answer.occurrences(CODE).forEach(found -> codes.add(Integer.valueOf(found.group(1))));
        }
        return codes;
    }

    /** Returns the approximate memory use in bytes. */
    long weight() {
        return ABOUT_AN_ENTRY + path.length() + length(body) + length(answer);
    }

    private static long length(@Nullable JournaledBody content) {
        return content == null ? 0 : content.weight();
    }

    JournalEntry numbered(long number) {
        return new JournalEntry(
                number,
                at,
                machineTime,
                took,
                api,
                operationId,
                method,
                path,
                query,
                headers,
                body,
                status,
                answerHeaders,
                answer);
    }
}
