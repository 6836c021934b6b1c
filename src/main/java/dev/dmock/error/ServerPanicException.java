package dev.dmock.error;

/**
 * Reports a panic of the real server, as recorded: v5.3 recovers and returns 400 with the text, v8 returns 500 without
 * a body.
 */
public final class ServerPanicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Go's error text for a nil pointer dereference. */
    public static final String NIL_POINTER = "runtime error: invalid memory address or nil pointer dereference";

    public ServerPanicException(String text) {
        super(text, null, false, false);
    }

    /** Returns Go's error text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
