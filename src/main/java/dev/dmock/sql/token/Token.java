package dev.dmock.sql.token;

import java.util.Locale;

/**
 * A piece of a statement.
 *
 * @param text a word as written, a name or string without its quotes
 * @param start where it begins in the statement
 * @param end behind it
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        /** {@code x'ff'}, {@code b'1'}, {@code 0xff}: as written, with a quote rather than 0x. */
        BITS,
        /** {@code @name} or {@code @@name}. */
        VARIABLE,
        SYMBOL,
        /** A quote or comment without its end. */
        BROKEN,
        END
    }

    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    public String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
