package dev.dmock.go;

/** Reports with the message of DM's parser that a configuration text is invalid. */
public final class InvalidTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTextException(String message) {
        super(message, null, false, false);
    }
}
