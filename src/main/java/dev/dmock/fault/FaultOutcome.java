package dev.dmock.fault;

import dev.dmock.error.DmCode;
import java.util.List;

/**
 * The result of a fault.
 *
 * @param v5 the error codes in v5.3, whose API shows them where it refuses a request, but not in a task's status
 * @param v8 the error codes in v8.1 and v8.5
 * @param stage the stage that follows, or another visible result
 */
public record FaultOutcome(List<Integer> v5, List<Integer> v8, String stage) {

    static FaultOutcome of(DmCode code, String stage) {
        return of(List.of(code), List.of(code), stage);
    }

    static FaultOutcome of(List<DmCode> v5, List<DmCode> v8, String stage) {
        return new FaultOutcome(numbers(v5), numbers(v8), stage);
    }

    private static List<Integer> numbers(List<DmCode> codes) {
        return codes.stream().map(DmCode::number).toList();
    }

    static FaultOutcome none(String seen) {
        return new FaultOutcome(List.of(), List.of(), seen);
    }
}
