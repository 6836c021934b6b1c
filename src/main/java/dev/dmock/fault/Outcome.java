package dev.dmock.fault;

import java.util.List;

/**
 * What a fault leads to.
 *
 * @param v5 the codes of the errors that v5.3 has for it; its API shows them where a request is refused, and not in a
 *     task's status
 * @param v8 those of v8.1 and v8.5
 * @param stage the stage that is seen afterwards, or what is seen instead
 */
public record Outcome(List<Integer> v5, List<Integer> v8, String stage) {

    static Outcome of(int code, String stage) {
        return new Outcome(List.of(code), List.of(code), stage);
    }

    static Outcome of(List<Integer> v5, List<Integer> v8, String stage) {
        return new Outcome(v5, v8, stage);
    }

    static Outcome none(String seen) {
        return new Outcome(List.of(), List.of(), seen);
    }
}
