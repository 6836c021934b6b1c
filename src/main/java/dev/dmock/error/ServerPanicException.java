package dev.dmock.error;

/** Says that the real server fails on its own here, and what its framework says then. */
public final class ServerPanicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerPanicException(String text) {
        super(text, null, false, false);
    }

    /** Go's words for the use of a value that was not given. */
    public static ServerPanicException nilPointer() {
        return new ServerPanicException("runtime error: invalid memory address or nil pointer dereference");
    }
}
