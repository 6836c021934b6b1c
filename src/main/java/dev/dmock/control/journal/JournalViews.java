package dev.dmock.control.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.journal.CallDifference;
import dev.dmock.journal.JournalEntry;
import dev.dmock.journal.JournaledBody;
import dev.dmock.journal.Journals;
import dev.dmock.journal.Verification;
import dev.dmock.version.ApiVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Converts journals to the answers of the control API. */
final class JournalViews {

    private JournalViews() {}

    /**
     * A part of a journal.
     *
     * @param server the server that recorded the journal; each server on a shared database has its own
     * @param total the number of matching calls, including those that are not shown
     * @param dropped the number of calls that were evicted since the journal was cleared
     */
    record JournalView(String server, List<EntryView> entries, int total, long dropped) {}

    /**
     * A call.
     *
     * @param at the time by the space's clock
     * @param machineTime the time by the machine's clock
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            long id,
            Instant at,
            Instant machineTime,
            double durationMillis,
            ApiVersion api,
            @Nullable String operationId,
            RequestView request,
            @Nullable AnswerView answer) {

        private static final double NANOS = 1e6;

        static EntryView of(JournalEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.machineTime(),
                    entry.took().toNanos() / NANOS,
                    entry.api(),
                    entry.operationId(),
                    RequestView.of(entry),
                    AnswerView.of(entry));
        }
    }

    /** The request; a JSON body is shown as JSON, any other body as text, which is cut if it is long. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestView(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable Boolean cut) {

        static RequestView of(JournalEntry entry) {
            return new RequestView(
                    entry.method(),
                    entry.path(),
                    entry.query(),
                    entry.headers(),
                    json(entry.body()),
                    isCut(entry.body()));
        }
    }

    /** The answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            int status,
            @JsonProperty("error_code") @Nullable Integer errorCode,
            Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable Boolean cut) {

        static @Nullable AnswerView of(JournalEntry entry) {
            return entry.status() == null
                    ? null
                    : new AnswerView(
                            entry.status(),
                            entry.errorCode(),
                            entry.answerHeaders(),
                            json(entry.answer()),
                            isCut(entry.answer()));
        }
    }

    /**
     * The result of a verification.
     *
     * @param count the number of matching calls, whose ids are {@code entries}
     * @param nearMisses the calls that come closest, if there were too few matching calls
     */
    record VerificationView(
            String server, boolean matched, int count, List<Long> entries, List<NearMissView> nearMisses) {

        static VerificationView of(Journals.Journal journal, Verification verification) {
            return new VerificationView(
                    journal.server(),
                    verification.matched(),
                    verification.entries().size(),
                    verification.entries(),
                    verification.nearMisses().stream().map(NearMissView::of).toList());
        }
    }

    /** A call that did not match, with its differences. */
    record NearMissView(long id, String method, String path, List<DifferenceView> differences) {

        static NearMissView of(Verification.NearMiss miss) {
            return new NearMissView(
                    miss.entry().id(),
                    miss.entry().method(),
                    miss.entry().path(),
                    miss.differences().stream().map(DifferenceView::of).toList());
        }
    }

    /** A field with its expected and its actual value; the actual value is left out if the call has none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            String field, JsonNode expected, @Nullable JsonNode actual) {

        static DifferenceView of(CallDifference difference) {
            return new DifferenceView(difference.field(), difference.expected(), difference.actual());
        }
    }

    private static @Nullable JsonNode json(@Nullable JournaledBody content) {
        return content == null ? null : content.json().orElseGet(() -> StringNode.valueOf(content.text()));
    }

    private static @Nullable Boolean isCut(@Nullable JournaledBody content) {
        return content == null || !content.cut() ? null : true;
    }
}
