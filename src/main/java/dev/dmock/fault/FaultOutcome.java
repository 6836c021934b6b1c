package dev.dmock.fault;

import dev.dmock.error.DmCode;
import java.util.List;

/**
 * What a fault leads to.
 *
 * @param v5 the codes of the errors that v5.3 has for it; its API shows them where a request is refused, and not in a
 *     task's status
 * @param v8 those of v8.1 and v8.5
 * @param stage the stage that is seen afterwards, or what is seen instead
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
