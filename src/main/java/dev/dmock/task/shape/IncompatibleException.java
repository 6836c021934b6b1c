package dev.dmock.task.shape;

/** Thrown when two tables have no joined structure; the message is DM's. */
public final class IncompatibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncompatibleException(String message) {
        super(message, null, false, false);
    }

    static IncompatibleException distinct(Object one, Object other) {
        return new IncompatibleException("distinct singletons (" + one + " vs " + other + ")");
    }

    IncompatibleException atIndex(int index) {
        return new IncompatibleException("at tuple index " + index + ": " + getMessage());
    }

    IncompatibleException atKey(String key) {
        return new IncompatibleException("at map key \"" + key + "\": " + getMessage());
    }
}
