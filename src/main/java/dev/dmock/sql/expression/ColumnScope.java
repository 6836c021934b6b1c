package dev.dmock.sql.expression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Resolves the columns that an expression refers to. Values are null, {@link java.math.BigDecimal} or String. */
public interface ColumnScope {

    /**
     * Returns a column's value; throws error 1054 for an unknown column.
     *
     * @param table the table's name or alias if the expression qualifies the column, else ""
     */
    @Nullable
    Object column(String table, String name);

    /** Returns the value that the INSERT would have stored in a column, for VALUES(column). */
    @Nullable
    Object inserted(String name);

    Instant now();

    /** Returns whether string comparison on a column is case-insensitive. */
    boolean ignoresCase(String table, String column);
}
