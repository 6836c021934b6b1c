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
 * Says which operations of the DM API were called and which never, by what the version's OpenAPI document lists; and which
 * of DM's errors were seen.
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

    /** An operation that was called: how often, and with which statuses; 0 for calls that were not answered. */
    record Exercised(String operationId, String method, String path, long calls, Map<Integer, Long> statuses) {}

    /** An operation that was not called. */
    record Never(String operationId, String method, String path) {}

    /**
     * What was called.
     *
     * @param unknown how many calls found no operation
     * @param errorCodes in how many answers there was each error of DM
     * @param errorCodesNever the errors that DMock has in this version, and that no answer had
     */
    record CoverageView(
            ApiVersion api,
            List<Exercised> exercised,
            List<Never> never,
            long unknown,
            Map<Integer, Long> errorCodes,
            List<Integer> errorCodesNever) {}

    /** What was counted of the space, or of all spaces, for the version that the space emulates now. */
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

    /** Counts from nothing again. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(SpaceName space, @RequestParam(defaultValue = "false") boolean allSpaces) {
        (allSpaces ? journals.coverageOfAll() : journals.coverage(space)).clear();
    }
}
