package dev.dmock.control;

/**
 * An invalid control request; answered 400, and nothing was changed.
 */
public final class InvalidControlRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path the invalid field, such as {@code upstreams[0].address}; empty for the whole body
     * @param reason a sentence that says why it is invalid
     */
    public InvalidControlRequestException(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
