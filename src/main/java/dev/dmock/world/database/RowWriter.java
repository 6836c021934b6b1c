package dev.dmock.world.database;

import dev.dmock.world.sql.Change;
import dev.dmock.world.sql.Column;
import dev.dmock.world.sql.Converter;
import dev.dmock.world.sql.Dialect;
import dev.dmock.world.sql.Errors;
import dev.dmock.world.sql.Expr;
import dev.dmock.world.sql.Index;
import dev.dmock.world.sql.TableStructure;
import dev.dmock.world.sql.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the rows of one table as the database's SQL layer does: defaults, conversions, keys. */
final class RowWriter {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final String FIELD_LIST = "field list";
    private static final String WHERE = "where clause";
    /** So many numbers TiDB sets aside at a time. */
    private static final long TIDB_STEP = 30_000;

    private final TableStructure structure;
    private final Dialect dialect;
    private final RowSet rows;
    private final Instant now;
    private long shownId;

    RowWriter(ServerStore store, Table table) {
        this.structure = table.structure();
        this.dialect = store.dialect();
        this.rows = new RowSet(store, table);
        this.now = store.draft().now();
        this.shownId = structure.autoIncrement();
    }

    /** Writes everything and says what changed. */
    List<RowChange> commit() {
        rows.commit(shownId);
        return rows.changes();
    }

    /** Inserts values that are there already. */
    void insert(
            List<String> columns,
            List<? extends List<? extends @Nullable Object>> values,
            Change.OnDuplicate onDuplicate) {
        int number = 0;
        List<Integer> targets = targets(columns);
        for (List<? extends @Nullable Object> row : values) {
            number++;
            if (row.size() != targets.size()) {
                throw Errors.columnCount(number).asException();
            }
            @Nullable Object[] all = new @Nullable Object[structure.columns().size()];
            boolean[] said = new boolean[all.length];
            for (int i = 0; i < row.size(); i++) {
                all[targets.get(i)] = row.get(i);
                said[targets.get(i)] = true;
            }
            place(complete(all, said, number), onDuplicate, List.of());
        }
    }

    /** INSERT and REPLACE. */
    void insert(Change.Insert insert) {
        List<Integer> targets = targets(insert.columns());
        int number = 0;
        for (List<Expr> row : insert.rows()) {
            number++;
            boolean allDefaults = row.isEmpty() && (insert.columns().isEmpty() || targets.isEmpty());
            if (!allDefaults && row.size() != targets.size()) {
                throw Errors.columnCount(number).asException();
            }
            @Nullable Object[] all = new @Nullable Object[structure.columns().size()];
            boolean[] said = new boolean[all.length];
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isDefault()) {
                    RowScope scope = scope(texts(all), List.of(), FIELD_LIST);
                    all[targets.get(i)] = row.get(i).value(scope);
                    said[targets.get(i)] = true;
                }
            }
            place(complete(all, said, number), insert.onDuplicate(), insert.updates());
        }
    }

    private static List<@Nullable String> texts(@Nullable Object[] values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : Values.text(value));
        }
        return texts;
    }

    private List<Integer> targets(List<String> columns) {
        List<Integer> targets = new ArrayList<>();
        if (columns.isEmpty()) {
            for (int i = 0; i < structure.columns().size(); i++) {
                targets.add(i);
            }
            return targets;
        }
        for (String column : columns) {
            int at = rows.handles().position(column);
            if (at < 0) {
                throw Errors.unknownColumn(column, FIELD_LIST).asException();
            }
            if (targets.contains(at)) {
                throw Errors.columnTwice(column).asException();
            }
            targets.add(at);
        }
        return targets;
    }

    private List<@Nullable String> complete(@Nullable Object[] values, boolean[] said, int number) {
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
        return value != null && Values.number(value).signum() == 0;
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

    private @Nullable String converted(Column column, @Nullable Object value, int number) {
        if (value == null && !column.nullable()) {
            boolean followsClock =
                    dialect == Dialect.MYSQL && column.type().name().equals("timestamp");
            if (followsClock) {
                return clock(column);
            }
            throw Errors.notNull(column.name()).asException();
        }
        return Converter.convert(column, value, number);
    }

    private @Nullable String standard(Column column) {
        if (column.defaultIsExpression()) {
            return clock(column);
        }
        if (column.defaultValue() == null && !column.nullable()) {
            throw Errors.noDefault(column.name()).asException();
        }
        return column.defaultValue();
    }

    private @Nullable String clock(Column column) {
        return Converter.convert(column, CLOCK.format(now.atOffset(ZoneOffset.UTC)), 1);
    }

    private void place(List<@Nullable String> row, Change.OnDuplicate onDuplicate, List<Change.Assignment> updates) {
        Map<Index, Row> conflicts = rows.conflicts(row, null);
        if (conflicts.isEmpty()) {
            rows.insert(row);
            return;
        }
        switch (onDuplicate) {
            case FAIL -> throw rows.duplicate(conflicts, row);
            case IGNORE -> {}
            case REPLACE -> {
                conflicts.values().stream().distinct().forEach(rows::delete);
                rows.insert(row);
            }
            case UPDATE -> assign(conflicts.values().iterator().next(), updates, row, 1);
        }
    }

    /** UPDATE. */
    void update(Change.Update update) {
        long left = update.limit() < 0 ? Long.MAX_VALUE : update.limit();
        int number = 0;
        update.assignments().forEach(a -> targets(List.of(a.column())));
        for (Row row : rows.all()) {
            if (left > 0 && holds(update.where(), row)) {
                left--;
                assign(row, update.assignments(), List.of(), ++number);
            }
        }
    }

    /** DELETE. */
    void delete(Change.Delete delete) {
        long left = delete.limit() < 0 ? Long.MAX_VALUE : delete.limit();
        for (Row row : rows.all()) {
            if (left > 0 && holds(delete.where(), row)) {
                left--;
                rows.delete(row);
            }
        }
    }

    private boolean holds(@Nullable Expr where, Row row) {
        return where == null || where.holds(scope(row.values(), List.of(), WHERE));
    }

    private RowScope scope(List<@Nullable String> values, List<@Nullable String> proposed, String where) {
        return new RowScope(structure, dialect, values, proposed, now, where);
    }

    private void assign(Row row, List<Change.Assignment> assignments, List<@Nullable String> proposed, int number) {
        List<@Nullable String> values = new ArrayList<>(row.values());
        List<Integer> assigned = new ArrayList<>();
        for (Change.Assignment assignment : assignments) {
            int at = targets(List.of(assignment.column())).get(0);
            Column column = structure.columns().get(at);
            values.set(
                    at,
                    assignment.value().isDefault()
                            ? standard(column)
                            : converted(column, assignment.value().value(scope(values, proposed, FIELD_LIST)), number));
            assigned.add(at);
        }
        if (!values.equals(row.values())) {
            for (int i = 0; i < values.size(); i++) {
                Column column = structure.columns().get(i);
                if (column.onUpdate() != null && !assigned.contains(i)) {
                    values.set(i, clock(column));
                }
            }
            change(row, Collections.unmodifiableList(values));
        }
    }

    private void change(Row row, List<@Nullable String> values) {
        Map<Index, Row> conflicts = rows.conflicts(values, row.handle());
        if (!conflicts.isEmpty()) {
            throw rows.duplicate(conflicts, values);
        }
        rows.update(row, values);
    }

    /** Changes the row whose key, or whose every column if there is no key, is as in {@code before}. */
    void update(List<String> columns, List<@Nullable String> before, List<@Nullable String> after) {
        Row row = find(columns, before);
        if (row == null) {
            return;
        }
        List<Integer> targets = targets(columns);
        List<@Nullable String> values = new ArrayList<>(row.values());
        for (int i = 0; i < targets.size(); i++) {
            values.set(targets.get(i), converted(structure.columns().get(targets.get(i)), after.get(i), 1));
        }
        if (!values.equals(row.values())) {
            change(row, Collections.unmodifiableList(values));
        }
    }

    /** Removes the row whose key, or whose every column if there is no key, is as in {@code before}. */
    void delete(List<String> columns, List<@Nullable String> before) {
        Row row = find(columns, before);
        if (row != null) {
            rows.delete(row);
        }
    }

    private @Nullable Row find(List<String> columns, List<@Nullable String> before) {
        List<Integer> targets = targets(columns);
        List<@Nullable String> wanted =
                new ArrayList<>(Collections.nCopies(structure.columns().size(), null));
        for (int i = 0; i < targets.size(); i++) {
            wanted.set(targets.get(i), Converter.convert(structure.columns().get(targets.get(i)), before.get(i), 1));
        }
        Map<Index, Row> byKey = rows.conflicts(wanted, null);
        if (!byKey.isEmpty()) {
            return byKey.values().iterator().next();
        }
        boolean hasKey = structure.indexes().stream()
                .anyMatch(i -> (i.kind() == Index.Kind.PRIMARY || i.kind() == Index.Kind.UNIQUE)
                        && rows.handles().key(i, wanted).isPresent());
        return hasKey
                ? null
                : rows.all().stream()
                        .filter(r -> targets.stream()
                                .allMatch(t -> Objects.equals(r.values().get(t), wanted.get(t))))
                        .findFirst()
                        .orElse(null);
    }
}
