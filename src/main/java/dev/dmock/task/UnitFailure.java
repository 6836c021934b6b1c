package dev.dmock.task;

import dev.dmock.error.DmError;
import java.util.Objects;

/** Says that a unit cannot go on. */
final class UnitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DmError error;

    UnitFailure(DmError error) {
        super(error.toString(), null, false, false);
        this.error = error;
    }

    DmError error() {
        return error;
    }

    /** What a database or the way to it said. */
    String cause() {
        return Objects.requireNonNullElse(error.cause(), "");
    }
}
