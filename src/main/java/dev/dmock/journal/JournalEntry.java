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
 * @param id counts the calls of a space from 1 on, in the order in which they were answered
 * @param at when it came, by the space's clock
 * @param machineTime when it came, by the machine's
 * @param took until it was answered
 * @param operationId the operation, also if the request was refused; null if there is none of this method and path
 * @param path as it was sent, without the prefix of the space and without passwords
 * @param query likewise; null if there was none
 * @param headers those of interest
 * @param body null if nobody read it, because the answer did not depend on it
 * @param status null if the connection ended without an answer
 * @param answer null if it had no body
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

    /** The code of the DM error that was answered, if one was. */
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

    /** The codes of all errors of DM that the answer tells of: in its texts, too, such as why a task is paused. */
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

    /** About how much memory it takes. */
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
