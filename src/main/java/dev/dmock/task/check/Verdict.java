package dev.dmock.task.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended.
 *
 * @param instruction what to do about it; may be empty
 * @param extra what the report adds, where it is not what the check always adds
 */
record Verdict(
        State state,
        List<Problem> problems,
        String instruction,
        @Nullable String extra) {

    static final Verdict PASSED = new Verdict(State.SUCCESS, List.of(), "", null);

    Verdict {
        problems = List.copyOf(problems);
    }

    static Verdict failed(String text) {
        return of(State.FAIL, List.of(Problem.failure(text)));
    }

    static Verdict of(State state, List<Problem> problems) {
        return new Verdict(state, problems, "", null);
    }

    Verdict instructing(String what) {
        return new Verdict(state, problems, what, extra);
    }

    Verdict adding(String what) {
        return new Verdict(state, problems, instruction, what);
    }
}
