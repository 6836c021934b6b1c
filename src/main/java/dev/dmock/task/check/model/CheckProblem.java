package dev.dmock.task.check.model;

/**
 * One thing that a check found wrong. What is empty is left out of the report.
 *
 * @param severity it may differ from the check's own state
 * @param self one of two tables that do not go together
 * @param other the other one
 */
public record CheckProblem(CheckState severity, String text, String self, String other, String instruction) {

    public static CheckProblem failure(String text) {
        return new CheckProblem(CheckState.FAIL, text, "", "", "");
    }

    public static CheckProblem warning(String text) {
        return new CheckProblem(CheckState.WARN, text, "", "", "");
    }

    public CheckProblem between(String one, String another) {
        return new CheckProblem(severity, text, one, another, instruction);
    }

    public CheckProblem instructing(String what) {
        return new CheckProblem(severity, text, self, other, what);
    }
}
