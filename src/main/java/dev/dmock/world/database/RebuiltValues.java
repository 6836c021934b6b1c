package dev.dmock.world.database;

import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.structure.ValueConverter;
import dev.dmock.sql.token.DatabaseErrors;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Computes row values after a table change: those of new columns, and those of columns with a new type. */
final class RebuiltValues {

    private RebuiltValues() {}

    /** Returns the id after that of a row. */
    static long following(@Nullable String id) {
        return id == null ? 0 : new BigDecimal(id).longValue() + 1;
    }

    private static void requireNonNull(Column column, @Nullable String value, int row) {
        if (value == null && !column.nullable()) {
            throw DatabaseErrors.invalidUseOfNull(column.name(), row).asException();
        }
    }

    static @Nullable String converted(Column column, Column old, @Nullable String value, int row) {
        requireNonNull(column, value, row);
        if (value == null || column.type().equals(old.type())) {
            return value;
        }
        boolean number = ColumnTypes.isNumber(old.type().name());
        return ValueConverter.convert(column, number ? new BigDecimal(value) : value, row);
    }

    /** Returns the value of a new column in existing rows: its default, or the zero value of its type. */
    static @Nullable String added(Column column, long nextId, Instant instant) {
        if (column.autoIncrement()) {
            return String.valueOf(nextId);
        }
        if (column.defaultIsExpression()) {
            String now = instant.toString().replace('T', ' ').replace("Z", "");
            return ValueConverter.convert(column, now.length() > 26 ? now.substring(0, 26) : now, 1);
        }
        return column.defaultValue() != null || column.nullable() ? column.defaultValue() : zero(column);
    }

    private static String zero(Column column) {
        return switch (column.type().name()) {
            case "enum" -> column.type().arguments().get(0);
            case "date" -> "0000-00-00";
            case "datetime", "timestamp" -> "0000-00-00 00:00:00";
            case "time" -> "00:00:00";
            default ->
                ColumnTypes.isNumber(column.type().name())
                        ? SqlValues.text(ValueConverter.convert(column, BigDecimal.ZERO, 1))
                        : "";
        };
    }
}
