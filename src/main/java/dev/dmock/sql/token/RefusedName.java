package dev.dmock.sql.token;

/** Reports a name that the parser rejects in a well-formed statement. */
public final class RefusedName extends StatementError {

    private static final long serialVersionUID = 1L;

    private final String parserClass;
    private final transient DatabaseError error;

    /** @param parserClass the TiDB component that checks the name, as shown in its message */
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
