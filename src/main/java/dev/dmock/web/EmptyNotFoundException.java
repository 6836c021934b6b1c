package dev.dmock.web;

/** Results in 404 without a body, which v8 returns only for an unknown source. */
public final class EmptyNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmptyNotFoundException() {
        super("not found", null, false, false);
    }
}
