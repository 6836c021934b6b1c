package dev.dmock.world.sql;

/** A name that the parser itself refuses, though the statement is well formed. */
final class RefusedName extends Misread {

    private static final long serialVersionUID = 1L;

    private final String parserClass;
    private final transient DatabaseError error;

    /** @param parserClass the part of TiDB that knows the name, as its text says it */
    RefusedName(String parserClass, int code, String sqlState, String message) {
        super(message);
        this.parserClass = parserClass;
        this.error = new DatabaseError(code, sqlState, message);
    }

    @Override
    DatabaseError asServer(Dialect dialect) {
        return error;
    }

    @Override
    String parserText() {
        return "[" + parserClass + ":" + error.code() + "]" + error.message();
    }
}
