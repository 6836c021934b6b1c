package dev.dmock.sql.token;

/** Why a statement could not be read. */
public abstract sealed class StatementError extends RuntimeException permits SyntaxError, RefusedName {

    private static final long serialVersionUID = 1L;

    StatementError(String message) {
        super(message, null, false, false);
    }

    /** As a server answers it. */
    public abstract DatabaseError asServer(Dialect dialect);

    /** As TiDB's parser says it when DM asks it alone. */
    public abstract String parserText();
}
