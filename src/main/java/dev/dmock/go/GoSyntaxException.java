package dev.dmock.go;

/** Says that a text is not JSON, in the words of Go's encoding/json. */
public final class GoSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    GoSyntaxException(String message) {
        super(message, null, false, false);
    }

    /** The text as Go says it. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
