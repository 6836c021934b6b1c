package dev.dmock.task;

import dev.dmock.error.DmError;

/** Says that a unit cannot go on. */
final class UnitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DmError error;
    private final boolean temporary;

    /**
     * @param temporary whether DM tries again by itself
     */
    UnitFailure(DmError error, boolean temporary) {
        super(error.toString(), null, false, false);
        this.error = error;
        this.temporary = temporary;
    }

    DmError error() {
        return error;
    }

    boolean temporary() {
        return temporary;
    }
}
