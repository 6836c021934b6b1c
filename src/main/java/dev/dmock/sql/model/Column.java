package dev.dmock.sql.model;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultValue the default: a literal's value, or an expression such as {@code CURRENT_TIMESTAMP}; null for none
 * @param defaultIsExpression whether the default is an expression
 * @param onUpdate the expression of ON UPDATE
 * @param generated the expression of a generated column, "" for none
 * @param comment "" for none
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String defaultValue,
        boolean defaultIsExpression,
        boolean autoIncrement,
        @Nullable String onUpdate,
        String generated,
        boolean stored,
        String comment) {

    public Column withDefault(@Nullable String value, boolean isExpression) {
        return new Column(
                name, type, nullable, value, isExpression, autoIncrement, onUpdate, generated, stored, comment);
    }

    public Column withName(String other) {
        return new Column(
                other,
                type,
                nullable,
                defaultValue,
                defaultIsExpression,
                autoIncrement,
                onUpdate,
                generated,
                stored,
                comment);
    }

    public Column withType(ColumnType other) {
        return new Column(
                name,
                other,
                nullable,
                defaultValue,
                defaultIsExpression,
                autoIncrement,
                onUpdate,
                generated,
                stored,
                comment);
    }

    public Column notNull() {
        return new Column(
                name,
                type,
                false,
                defaultValue,
                defaultIsExpression,
                autoIncrement,
                onUpdate,
                generated,
                stored,
                comment);
    }
}
