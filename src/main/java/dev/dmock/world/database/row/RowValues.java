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

/** Completes and converts the values of new rows: defaults, current time, AUTO_INCREMENT values. */
final class RowValues {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    /** The number of AUTO_INCREMENT values that TiDB allocates at a time. */
    private static final long TIDB_ID_BATCH = 30_000;

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

    /** Returns the AUTO_INCREMENT value of SHOW CREATE TABLE. */
    long shownId() {
        return shownId;
    }

    /**
     * Returns a complete row.
     *
     * @param said which values were given; the others get their defaults
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
                reserveId(row.get(i));
            }
        }
        return Collections.unmodifiableList(row);
    }

    private static boolean isZero(@Nullable Object value) {
        return value != null && SqlValues.number(value).signum() == 0;
    }

    private String nextId() {
        long id = rows.nextId();
        rows.reserveId(id);
        showId(id, false);
        return String.valueOf(id);
    }

    private void reserveId(@Nullable String text) {
        if (text != null) {
            long id = new BigDecimal(text).longValue();
            rows.reserveId(id);
            showId(id, true);
        }
    }

    /**
     * Sets the shown AUTO_INCREMENT value: TiDB shows the end of the allocated range, after an explicit value or the
     * next batch.
     */
    private void showId(long id, boolean explicit) {
        if (dialect == Dialect.MYSQL) {
            shownId = Math.max(shownId, rows.nextId());
        } else if (id >= shownId) {
            shownId = (explicit ? id : id - 1) + TIDB_ID_BATCH + 1;
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
