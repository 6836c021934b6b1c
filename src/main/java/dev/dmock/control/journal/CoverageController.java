package dev.dmock.control.journal;

import dev.dmock.journal.Coverage;
import dev.dmock.journal.Journals;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.openapi.Operation;
import dev.dmock.web.servlet.RequestLayers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows which operations of the version's OpenAPI document were called, which were not, and which DM errors were
 * answered.
 */
@RestController
@RequestMapping("/_dmock/coverage")
class CoverageController {

    private final Journals journals;
    private final Spaces spaces;
    private final RequestLayers layers;
    private final ErrorTexts texts;

    CoverageController(Journals journals, Spaces spaces, RequestLayers layers, ErrorTexts texts) {
        this.journals = journals;
        this.spaces = spaces;
        this.layers = layers;
        this.texts = texts;
    }

    /** A called operation with its number of calls by status; status 0 counts calls that ended without an answer. */
    record Exercised(String operationId, String method, String path, long calls, Map<Integer, Long> statuses) {}

    /** An operation that was not called. */
    record Never(String operationId, String method, String path) {}

    /**
     * The coverage of one version.
     *
     * @param unknown the number of calls that matched no operation
     * @param errorCodes the number of answers with each DM error code
     * @param errorCodesNever the error codes that DMock can answer in this version and that no answer had
     */
    record CoverageView(
            ApiVersion api,
            List<Exercised> exercised,
            List<Never> never,
            long unknown,
            Map<Integer, Long> errorCodes,
            List<Integer> errorCodesNever) {}

    /** Returns the coverage of the space, or of all spaces, for the version that the space emulates now. */
    @GetMapping
    CoverageView show(SpaceName space, @RequestParam(defaultValue = "false") boolean allSpaces) {
        ApiVersion api = spaces.read(space, draft -> draft.settings().api());
        Coverage.Counts counts = (allSpaces ? journals.coverageOfAll() : journals.coverage(space)).of(api);
        List<Operation> operations = layers.of(api).operations().stream()
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
        List<Exercised> exercised = operations.stream()
                .filter(operation -> counts.operations().containsKey(operation.id()))
                .map(operation -> exercised(operation, counts.operations().getOrDefault(operation.id(), Map.of())))
                .toList();
        List<Never> never = operations.stream()
                .filter(operation -> !counts.operations().containsKey(operation.id()))
                .map(operation -> new Never(operation.id(), operation.method(), operation.path()))
                .toList();
        List<Integer> errorCodesNever = texts.codes(api.generation()).stream()
                .filter(code -> !counts.errorCodes().containsKey(code))
                .toList();
        return new CoverageView(api, exercised, never, counts.unknown(), counts.errorCodes(), errorCodesNever);
    }

    private static Exercised exercised(Operation operation, Map<Integer, Long> statuses) {
        long calls = statuses.values().stream().mapToLong(Long::longValue).sum();
        return new Exercised(operation.id(), operation.method(), operation.path(), calls, statuses);
    }

    /** Resets the counters. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(SpaceName space, @RequestParam(defaultValue = "false") boolean allSpaces) {
        (allSpaces ? journals.coverageOfAll() : journals.coverage(space)).clear();
    }
}
