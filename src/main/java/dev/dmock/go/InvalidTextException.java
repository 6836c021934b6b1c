package dev.dmock.go;

/** Says that a text of a configuration cannot be read; the message is what DM's parser says of it. */
public final class InvalidTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTextException(String message) {
        super(message, null, false, false);
    }
}
