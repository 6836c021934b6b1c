package dev.dmock.task.check.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended.
 *
 * @param instruction what to do about it; may be empty
 * @param extra what the report adds, where it is not what the check always adds
 */
public record CheckResult(
        CheckState state,
        List<CheckProblem> problems,
        String instruction,
        @Nullable String extra) {

    public static final CheckResult PASSED = new CheckResult(CheckState.SUCCESS, List.of(), "", null);

    public CheckResult {
        problems = List.copyOf(problems);
    }

    public static CheckResult failed(String text) {
        return of(CheckState.FAIL, List.of(CheckProblem.failure(text)));
    }

    public static CheckResult of(CheckState state, List<CheckProblem> problems) {
        return new CheckResult(state, problems, "", null);
    }

    public CheckResult instructing(String what) {
        return new CheckResult(state, problems, what, extra);
    }

    public CheckResult adding(String what) {
        return new CheckResult(state, problems, instruction, what);
    }
}
