package dev.dmock.sql.token;

import java.util.Locale;

/**
 * A token of a statement.
 *
 * @param text a word as written, a name or string without its quotes
 * @param start the start offset in the statement
 * @param end the end offset, exclusive
 */
public record Token(Kind kind, String text, int start, int end) {

    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        /** {@code x'ff'}, {@code b'1'}, {@code 0xff}: as written, but 0x becomes x'…'. */
        BITS,
        /** {@code @name} or {@code @@name}. */
        VARIABLE,
        SYMBOL,
        /** An unterminated quote or comment. */
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
