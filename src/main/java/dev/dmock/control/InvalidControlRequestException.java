package dev.dmock.control;

/**
 * A control request that cannot be right; answered 400, and nothing was changed.
 */
public final class InvalidControlRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path the field that is wrong, such as {@code upstreams[0].address}; empty for the whole body
     * @param reason a sentence that says why
     */
    public InvalidControlRequestException(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
