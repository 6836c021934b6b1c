package dev.dmock.task.unit;

import dev.dmock.error.DmError;
import java.util.Objects;

/** Thrown when a unit cannot continue. */
public final class UnitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DmError error;
    private final boolean refused;

    public UnitFailure(DmError error) {
        this(error, false);
    }

    private UnitFailure(DmError error, boolean refused) {
        super(error.toString(), null, false, false);
        this.error = error;
        this.refused = refused;
    }

    /** Creates the failure for a statement that the target rejected. */
    public static UnitFailure refused(DmError error) {
        return new UnitFailure(error, true);
    }

    /** Tells whether the target rejected a statement; the checkpoint is not flushed then. */
    public boolean isRefused() {
        return refused;
    }

    /** Returns the same failure with a binlog position, if it has none. */
    public UnitFailure at(String place) {
        return error.annotation() != null && error.annotation().startsWith("startLocation: ")
                ? this
                : new UnitFailure(
                        error.annotated(error.annotation() == null ? place : place + ": " + error.annotation()),
                        refused);
    }

    public DmError error() {
        return error;
    }

    /** Returns the error of the database or its connection. */
    public String cause() {
        return Objects.requireNonNullElse(error.cause(), "");
    }
}
