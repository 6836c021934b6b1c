package dev.dmock.sql.token;

/** Reports why a statement cannot be parsed. */
public abstract sealed class StatementError extends RuntimeException permits SyntaxError, RefusedName {

    private static final long serialVersionUID = 1L;

    StatementError(String message) {
        super(message, null, false, false);
    }

    /** Returns the error as a server reports it. */
    public abstract DatabaseError asServer(Dialect dialect);

    /** Returns the message of TiDB's parser when DM calls it directly. */
    public abstract String parserText();
}
