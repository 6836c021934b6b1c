package dev.dmock.sql.token;

/** Reports that a database rejects a request; the request has no effect. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DatabaseError error;

    DatabaseException(DatabaseError error) {
        super(error.code() + " " + error.message(), null, false, false);
        this.error = error;
    }

    public DatabaseError error() {
        return error;
    }
}
