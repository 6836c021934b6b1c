package dev.dmock.sql.expression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an expression can refer to. Values are null, {@link java.math.BigDecimal} or String. */
public interface ColumnScope {

    /**
     * A column's value; error 1054 if there is none.
     *
     * @param table the table's name or alias where it was said, else ""
     */
    @Nullable
    Object column(String table, String name);

    /** What an INSERT would have put into a column, for VALUES(column). */
    @Nullable
    Object inserted(String name);

    Instant now();

    /** Whether a column's texts are compared without regard to case. */
    boolean ignoresCase(String table, String column);
}
