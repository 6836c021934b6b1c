package dev.dmock.control.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.control.journal.JournalViews.EntryView;
import dev.dmock.control.journal.JournalViews.JournalView;
import dev.dmock.control.journal.JournalViews.VerificationView;
import dev.dmock.journal.CallCriteria;
import dev.dmock.journal.JournalEntry;
import dev.dmock.journal.Journals;
import dev.dmock.journal.Verification;
import dev.dmock.journal.Verification.Times;
import dev.dmock.space.store.SpaceName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows the journal of a space, which records the calls of the DM API, and verifies the calls that a test expects. */
@RestController
@RequestMapping("/_dmock/journal")
class JournalController {

    private final Journals journals;
    private final CallCriteriaParser criteria;

    JournalController(Journals journals, CallCriteriaParser criteria) {
        this.journals = journals;
        this.criteria = criteria;
    }

    /** Returns the matching calls; a limit keeps the newest calls or, with {@code since}, the oldest. */
    @GetMapping
    JournalView show(
            SpaceName space,
            @RequestParam(required = false) @Nullable String operationId,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam(name = "error_code", required = false) @Nullable Integer errorCode,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (limit != null && limit < 0) {
            throw new InvalidControlRequestException("limit", "cannot be negative");
        }
        CallCriteria wanted = criteria.of(operationId, method, path, status, errorCode, null, null, since);
        Journals.Journal journal = journals.all(space);
        List<JournalEntry> found =
                journal.entries().stream().filter(wanted::matches).toList();
        int most = limit == null ? found.size() : Math.min(limit, found.size());
        List<JournalEntry> shown =
                since > 0 ? found.subList(0, most) : found.subList(found.size() - most, found.size());
        return new JournalView(
                journal.server(), shown.stream().map(EntryView::of).toList(), found.size(), journal.dropped());
    }

    /** Clears the journal. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(SpaceName space) {
        journals.clear(space);
    }

    /** Verifies the number of matching calls and, if there are too few, returns the calls that come closest. */
    @PostMapping("/verify")
    VerificationView verify(SpaceName space, @RequestBody Expectation expected) {
        Journals.Journal journal = journals.all(space);
        Verification result = Verification.of(journal.entries(), expected.criteria(criteria), expected.howOften());
        return VerificationView.of(journal, result);
    }

    /**
     * The expected calls and their expected number, which is at least one by default.
     *
     * @param body a part of the request's JSON
     * @param answer a part of the answer's JSON
     */
    record Expectation(
            @Nullable String operationId,
            @Nullable String method,
            @Nullable String path,
            @Nullable Integer status,
            @JsonProperty("error_code") @Nullable Integer errorCode,
            @Nullable JsonNode body,
            @Nullable JsonNode answer,
            @Nullable Long since,
            @Nullable Integer times,
            @Nullable Integer atLeast,
            @Nullable Integer atMost) {

        CallCriteria criteria(CallCriteriaParser criteria) {
            return criteria.of(operationId, method, path, status, errorCode, body, answer, since == null ? 0 : since);
        }

        Times howOften() {
            check("times", times);
            check("atLeast", atLeast);
            check("atMost", atMost);
            if (times != null) {
                if (atLeast != null || atMost != null) {
                    throw new InvalidControlRequestException("times", "does not go with atLeast and atMost");
                }
                return new Times(times, times);
            }
            if (atLeast != null && atMost != null && atLeast > atMost) {
                throw new InvalidControlRequestException("atMost", "cannot be less than atLeast");
            }
            return atLeast == null && atMost == null ? new Times(1, null) : new Times(atLeast, atMost);
        }

        private static void check(String path, @Nullable Integer count) {
            if (count != null && count < 0) {
                throw new InvalidControlRequestException(path, "cannot be negative");
            }
        }
    }
}
