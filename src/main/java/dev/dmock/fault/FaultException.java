package dev.dmock.fault;

/** Says that a fault cannot be armed like that. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    FaultException(String path, String sentence) {
        super(sentence, null, false, false);
        this.path = path;
    }

    /** The field that is wrong, such as {@code on.worker}. */
    public String path() {
        return path;
    }
}
