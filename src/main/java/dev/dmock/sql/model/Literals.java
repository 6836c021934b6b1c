package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;

/** Formats values as SQL literals. */
public final class Literals {

    private Literals() {}

    /** Quotes a string on one line. */
    public static String string(String value) {
        return Escapes.literal(value);
    }
}
