package dev.dmock.control;

/** A control request for a resource that does not exist; answered 404. */
public final class ControlNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path the field or parameter that names the resource
     * @param reason a sentence that says what does not exist
     */
    public ControlNotFoundException(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
