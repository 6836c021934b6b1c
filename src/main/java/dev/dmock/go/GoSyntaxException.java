package dev.dmock.go;

/** Reports invalid JSON with the error text of Go's encoding/json. */
public final class GoSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    GoSyntaxException(String message) {
        super(message, null, false, false);
    }

    /** Returns Go's error text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
