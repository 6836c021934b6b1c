package dev.dmock.web.request;

/** Carries the validator's complete error text for an invalid request, often several lines. */
final class RequestViolation extends Exception {

    private static final long serialVersionUID = 1L;

    RequestViolation(String text) {
        super(text, null, false, false);
    }

    static RequestViolation ofParameter(String name, String text) {
        return new RequestViolation("parameter \"" + name + "\" in query has an error: " + text);
    }

    static RequestViolation ofBody(String text) {
        return new RequestViolation("request body has an error: " + text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
