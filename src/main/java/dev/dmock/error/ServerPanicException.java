package dev.dmock.error;

/**
 * Says that the real server fails on its own here, in its code and not in DM's way: v8 answers 500 without a body.
 * Nothing of the request takes effect.
 */
public final class ServerPanicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what goes wrong in the real server */
    public ServerPanicException(String what) {
        super(what, null, false, false);
    }
}
