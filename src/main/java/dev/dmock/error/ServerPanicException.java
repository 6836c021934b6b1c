package dev.dmock.error;

/**
 * Says that the real server fails on its own here, as it is recorded to do: v5.3 catches that and answers 400 with the
 * text, v8 answers 500 without a body.
 */
public final class ServerPanicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What Go says of a pointer that points nowhere. */
    public static final String NIL_POINTER = "runtime error: invalid memory address or nil pointer dereference";

    public ServerPanicException(String text) {
        super(text, null, false, false);
    }

    /** Go's text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
