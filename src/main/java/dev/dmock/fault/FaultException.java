package dev.dmock.fault;

/** Reports an invalid request to arm a fault. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    FaultException(String path, String sentence) {
        super(sentence, null, false, false);
        this.path = path;
    }

    /** Returns the invalid field, such as {@code on.worker}. */
    public String path() {
        return path;
    }
}
