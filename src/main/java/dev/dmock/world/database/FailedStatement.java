package dev.dmock.world.database;

import dev.dmock.sql.token.DatabaseError;

/** Identifies which of several statements a database rejected. */
public final class FailedStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient DatabaseError error;

    FailedStatement(int index, DatabaseError error) {
        super(error.message(), null, false, false);
        this.index = index;
        this.error = error;
    }

    /** Returns the index of the statement, from 0. */
    public int index() {
        return index;
    }

    public DatabaseError error() {
        return error;
    }
}
