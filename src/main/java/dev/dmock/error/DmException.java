package dev.dmock.error;

/** Says that an operation of the DM API is refused or failed, and how DM would say so. */
public final class DmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DmError error;
    private final boolean effective;

    DmException(DmError error, boolean effective) {
        super("DM error " + error.code() + " " + error.template() + " " + error.arguments(), null, false, false);
        this.error = error;
        this.effective = effective;
    }

    public DmError error() {
        return error;
    }

    /** Whether what the operation changed before it failed stays changed, as on some paths of the real server. */
    public boolean effective() {
        return effective;
    }
}
