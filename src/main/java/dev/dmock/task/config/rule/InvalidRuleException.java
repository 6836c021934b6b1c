package dev.dmock.task.config.rule;

/** Says that a rule cannot be used; the message is the text that DM prints as the cause. */
public final class InvalidRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidRuleException(String message) {
        super(message, null, false, false);
    }

    InvalidRuleException within(String context) {
        return new InvalidRuleException(context + ": " + getMessage());
    }
}
