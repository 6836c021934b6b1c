package dev.dmock.task.check;

/**
 * One thing that a check found wrong. What is empty is left out of the report.
 *
 * @param severity it may differ from the check's own state
 * @param self one of two tables that do not go together
 * @param other the other one
 */
record Problem(State severity, String text, String self, String other, String instruction) {

    static Problem failure(String text) {
        return new Problem(State.FAIL, text, "", "", "");
    }

    static Problem warning(String text) {
        return new Problem(State.WARN, text, "", "", "");
    }

    Problem between(String one, String another) {
        return new Problem(severity, text, one, another, instruction);
    }

    Problem instructing(String what) {
        return new Problem(severity, text, self, other, what);
    }
}
