package dev.dmock.world.sql;

/** Why a statement could not be read. */
abstract sealed class Misread extends RuntimeException permits SyntaxError, RefusedName {

    private static final long serialVersionUID = 1L;

    Misread(String message) {
        super(message, null, false, false);
    }

    /** As a server answers it. */
    abstract DatabaseError asServer(Dialect dialect);

    /** As TiDB's parser says it when DM asks it alone. */
    abstract String parserText();
}
