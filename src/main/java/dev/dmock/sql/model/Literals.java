package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;

/** Values as they are written in statements. */
public final class Literals {

    private Literals() {}

    /** A string between quotes, on one line. */
    public static String string(String value) {
        return Escapes.literal(value);
    }
}
