package dev.dmock.error;

/** Reports that an operation of the DM API was refused or failed, with DM's error. */
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

    /** Returns whether changes made before the failure stay, as on some paths of the real server. */
    public boolean effective() {
        return effective;
    }
}
