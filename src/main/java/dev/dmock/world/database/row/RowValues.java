package dev.dmock.world.database.row;

import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.ValueConverter;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fills in and converts the values of new rows: defaults, the clock, numbers of AUTO_INCREMENT. */
final class RowValues {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    /** So many numbers TiDB sets aside at a time. */
    private static final long TIDB_STEP = 30_000;

    private final TableStructure structure;
    private final Dialect dialect;
    private final RowSet rows;
    private final Instant now;
    private long shownId;

    RowValues(TableStructure structure, Dialect dialect, RowSet rows, Instant now) {
        this.structure = structure;
        this.dialect = dialect;
        this.rows = rows;
        this.now = now;
        this.shownId = structure.autoIncrement();
    }

    /** What SHOW CREATE TABLE shows as the next number. */
    long shownId() {
        return shownId;
    }

    /**
     * A whole row.
     *
     * @param said which of the values were said; the others get their defaults
     */
    List<@Nullable String> complete(@Nullable Object[] values, boolean[] said, int number) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Column column = structure.columns().get(i);
            boolean generateId = column.autoIncrement() && (values[i] == null || isZero(values[i]));
            if (generateId) {
                row.add(nextId());
            } else if (said[i]) {
                row.add(converted(column, values[i], number));
            } else {
                row.add(standard(column));
            }
            if (column.autoIncrement() && !generateId) {
                sawId(row.get(i));
            }
        }
        return Collections.unmodifiableList(row);
    }

    private static boolean isZero(@Nullable Object value) {
        return value != null && SqlValues.number(value).signum() == 0;
    }

    private String nextId() {
        long id = rows.nextId();
        rows.sawId(id);
        showId(id, false);
        return String.valueOf(id);
    }

    private void sawId(@Nullable String text) {
        if (text != null) {
            long id = new BigDecimal(text).longValue();
            rows.sawId(id);
            showId(id, true);
        }
    }

    /** TiDB shows the end of the numbers that were set aside: those behind an explicit one, or the next thousands. */
    private void showId(long id, boolean explicit) {
        if (dialect == Dialect.MYSQL) {
            shownId = Math.max(shownId, rows.nextId());
        } else if (id >= shownId) {
            shownId = (explicit ? id : id - 1) + TIDB_STEP + 1;
        }
    }

    @Nullable
    String converted(Column column, @Nullable Object value, int number) {
        if (value == null && !column.nullable()) {
            boolean followsClock =
                    dialect == Dialect.MYSQL && column.type().name().equals("timestamp");
            if (followsClock) {
                return clock(column);
            }
            throw DatabaseErrors.notNull(column.name()).asException();
        }
        return ValueConverter.convert(column, value, number);
    }

    @Nullable
    String standard(Column column) {
        if (column.defaultIsExpression()) {
            return clock(column);
        }
        if (column.defaultValue() == null && !column.nullable()) {
            throw DatabaseErrors.noDefault(column.name()).asException();
        }
        return column.defaultValue();
    }

    @Nullable
    String clock(Column column) {
        return ValueConverter.convert(column, CLOCK.format(now.atOffset(ZoneOffset.UTC)), 1);
    }
}
