package dev.dmock.task.config.rule;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;

/** Says that a rule cannot be used; the message is the text that DM prints as the cause. */
public final class InvalidRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidRuleException(String message) {
        super(message, null, false, false);
    }

    InvalidRuleException within(String context) {
        return new InvalidRuleException(context + ": " + getMessage());
    }

    /**
     * Refuses what has a rule that cannot be used.
     *
     * @param code the error of DM, which the text is the cause of
     * @param at where in the configuration it is
     */
    public static void require(DmCode code, String at, Runnable check) {
        try {
            check.run();
        } catch (InvalidRuleException e) {
            throw DmError.of(code)
                    .annotated(at)
                    .causedBy(String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}
