package dev.dmock.web;

/** Answered 404 without a body: what v8 says of an unknown source, and of nothing else. */
public final class EmptyNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmptyNotFoundException() {
        super("not found", null, false, false);
    }
}
