package dev.dmock.task.unit;

import dev.dmock.error.DmError;
import java.util.Objects;

/** Says that a unit cannot go on. */
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

    /** The target refused a statement. */
    public static UnitFailure refused(DmError error) {
        return new UnitFailure(error, true);
    }

    /** Whether the target refused a statement: the checkpoint is not written then. */
    public boolean isRefused() {
        return refused;
    }

    /** The same failure with a place in the binlog, if it has none. */
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

    /** What a database or the way to it said. */
    public String cause() {
        return Objects.requireNonNullElse(error.cause(), "");
    }
}
