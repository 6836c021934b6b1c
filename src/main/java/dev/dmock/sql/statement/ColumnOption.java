package dev.dmock.sql.statement;

import dev.dmock.sql.model.Literal;

/**
 * An option of a column's definition.
 *
 * @param value the constant of DEFAULT, ON UPDATE, COMMENT, COLLATE or the text of a generated column's expression
 * @param flag for a generated column, stored; for a primary key, clustering is specified
 */
public record ColumnOption(Kind kind, Literal value, boolean flag) {

    public enum Kind {
        NOT_NULL,
        NULL,
        DEFAULT,
        AUTO_INCREMENT,
        PRIMARY_KEY,
        UNIQUE,
        COMMENT,
        ON_UPDATE,
        GENERATED,
        COLLATE,
        REFERENCES
    }

    public static ColumnOption of(Kind kind) {
        return new ColumnOption(kind, Literal.NULL, false);
    }

    public static ColumnOption of(Kind kind, Literal value) {
        return new ColumnOption(kind, value, false);
    }

    String restore() {
        return switch (kind) {
            case NOT_NULL -> "NOT NULL";
            case NULL -> "NULL";
            case DEFAULT -> "DEFAULT " + value.restore();
            case AUTO_INCREMENT -> "AUTO_INCREMENT";
            case PRIMARY_KEY -> flag ? "PRIMARY KEY /*T![clustered_index] " + value.text() + " */" : "PRIMARY KEY";
            case UNIQUE -> "UNIQUE KEY";
            case COMMENT -> "COMMENT " + value.restore();
            case ON_UPDATE -> "ON UPDATE " + value.restore();
            case GENERATED -> "GENERATED ALWAYS AS(" + value.text() + ") " + (flag ? "STORED" : "VIRTUAL");
            case COLLATE -> "COLLATE " + value.text();
            case REFERENCES -> value.text();
        };
    }
}
