package dev.dmock.sql.token;

/** A name that the parser itself refuses, though the statement is well formed. */
public final class RefusedName extends StatementError {

    private static final long serialVersionUID = 1L;

    private final String parserClass;
    private final transient DatabaseError error;

    /** @param parserClass the part of TiDB that knows the name, as its text says it */
    public RefusedName(String parserClass, int code, String sqlState, String message) {
        super(message);
        this.parserClass = parserClass;
        this.error = new DatabaseError(code, sqlState, message);
    }

    @Override
    public DatabaseError asServer(Dialect dialect) {
        return error;
    }

    @Override
    public String parserText() {
        return "[" + parserClass + ":" + error.code() + "]" + error.message();
    }
}
