package dev.dmock.control;

/** A control request for something that is not there; answered 404. */
public final class ControlNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path what names it in the request
     * @param reason a sentence that says what is not there
     */
    public ControlNotFoundException(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
