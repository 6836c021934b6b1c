package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * A constant in a statement.
 *
 * @param text its value as text; null for NULL
 */
public record Literal(Kind kind, @Nullable String text) {

    public static final Literal NULL = new Literal(Kind.NULL, null);

    /** The kind of a constant. */
    public enum Kind {
        NULL,
        STRING,
        /** A string with an explicit character set. */
        INTRODUCED,
        NUMBER,
        BITS,
        /** CURRENT_TIMESTAMP with its precision. */
        NOW
    }

    public static Literal string(String text) {
        return new Literal(Kind.STRING, text);
    }

    public static Literal number(String text) {
        return new Literal(Kind.NUMBER, text);
    }

    /** Formats the literal as TiDB's parser restores it. */
    public String restore() {
        return switch (kind) {
            case NULL -> "NULL";
            case STRING -> Escapes.quote(text());
            case INTRODUCED -> "_UTF8MB4" + Escapes.quote(text());
            case NUMBER, BITS -> text();
            case NOW -> text().contains("(") ? text() : text() + "()";
        };
    }

    /** Adds an explicit character set to a string: the one that statements are encoded in. */
    public Literal introduced() {
        return kind == Kind.STRING ? new Literal(Kind.INTRODUCED, text) : this;
    }

    @Override
    public String text() {
        return text == null ? "" : text;
    }
}
