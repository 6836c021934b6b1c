package dev.dmock.world.database.row;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.statement.SelectQuery;
import dev.dmock.sql.structure.ValueConverter;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.RowChange;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the rows of one table like the database's SQL layer: defaults, conversions, keys. */
public final class RowWriter {

    private static final String FIELD_LIST = "field list";
    private static final String WHERE = "where clause";

    private final TableStructure structure;
    private final Dialect dialect;
    private final RowSet rows;
    private final RowValues values;
    private final RowTriggers triggers;
    private final Instant now;

    public RowWriter(ServerStore store, Table table, RowTriggers triggers) {
        this.structure = table.structure();
        this.dialect = store.dialect();
        this.rows = new RowSet(store, table);
        this.now = store.draft().now();
        this.values = new RowValues(structure, dialect, rows, now);
        this.triggers = triggers;
    }

    /** Writes all changes and returns them. */
    public List<RowChange> commit() {
        rows.commit(values.shownId());
        return rows.changes();
    }

    /** Inserts rows of given values. */
    public void insert(
            List<String> columns,
            List<? extends List<? extends @Nullable Object>> given,
            RowStatement.OnDuplicate onDuplicate,
            List<RowStatement.Assignment> updates) {
        int number = 0;
        List<Integer> targets = targets(columns);
        for (List<? extends @Nullable Object> row : given) {
            number++;
            if (row.size() != targets.size()) {
                throw DatabaseErrors.columnCount(number).asException();
            }
            @Nullable Object[] all = new @Nullable Object[structure.columns().size()];
            boolean[] said = new boolean[all.length];
            for (int i = 0; i < row.size(); i++) {
                all[targets.get(i)] = row.get(i);
                said[targets.get(i)] = true;
            }
            place(values.complete(all, said, number), onDuplicate, updates);
        }
    }

    /** Executes INSERT or REPLACE. */
    public void insert(RowStatement.Insert insert) {
        List<Integer> targets = targets(insert.columns());
        int number = 0;
        for (List<Expression> row : insert.rows()) {
            number++;
            boolean allDefaults = row.isEmpty() && (insert.columns().isEmpty() || targets.isEmpty());
            if (!allDefaults && row.size() != targets.size()) {
                throw DatabaseErrors.columnCount(number).asException();
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
            place(values.complete(all, said, number), insert.onDuplicate(), insert.updates());
        }
    }

    private static List<@Nullable String> texts(@Nullable Object[] values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : SqlValues.text(value));
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
                throw DatabaseErrors.unknownColumn(column, FIELD_LIST).asException();
            }
            if (targets.contains(at)) {
                throw DatabaseErrors.columnTwice(column).asException();
            }
            targets.add(at);
        }
        return targets;
    }

    private void place(
            List<@Nullable String> said, RowStatement.OnDuplicate onDuplicate, List<RowStatement.Assignment> updates) {
        List<@Nullable String> row = triggers.before(null, said);
        Map<Index, Row> conflicts = rows.conflicts(row, null);
        if (conflicts.isEmpty()) {
            insert(row);
            return;
        }
        switch (onDuplicate) {
            case FAIL -> throw rows.duplicate(conflicts, row);
            case IGNORE -> {}
            case REPLACE -> {
                conflicts.values().stream().distinct().forEach(this::remove);
                insert(row);
            }
            case UPDATE -> assign(conflicts.values().iterator().next(), updates, row, 1);
        }
    }

    private void insert(List<@Nullable String> row) {
        rows.insert(row);
        triggers.after(null, row);
    }

    private void remove(Row row) {
        triggers.beforeDelete(row.values());
        rows.delete(row);
        triggers.after(row.values(), null);
    }

    /** Executes UPDATE. */
    public void update(RowStatement.Update update) {
        long left = update.limit() < 0 ? Long.MAX_VALUE : update.limit();
        int number = 0;
        update.assignments().forEach(a -> targets(List.of(a.column())));
        for (Row row : sorted(update.order())) {
            if (left > 0 && holds(update.where(), row)) {
                left--;
                assign(row, update.assignments(), List.of(), ++number);
            }
        }
    }

    /** Executes DELETE. */
    public void delete(RowStatement.Delete delete) {
        long left = delete.limit() < 0 ? Long.MAX_VALUE : delete.limit();
        for (Row row : sorted(delete.order())) {
            if (left > 0 && holds(delete.where(), row)) {
                left--;
                remove(row);
            }
        }
    }

    private List<Row> sorted(List<SelectQuery.Order> order) {
        List<Row> all = new ArrayList<>(rows.all());
        QueryRunner.sort(all, order, row -> scope(row.values(), List.of(), "order clause"));
        return all;
    }

    private boolean holds(@Nullable Expression where, Row row) {
        return where == null || where.holds(scope(row.values(), List.of(), WHERE));
    }

    private RowScope scope(List<@Nullable String> values, List<@Nullable String> proposed, String where) {
        return new RowScope(structure, dialect, values, proposed, now, where);
    }

    private void assign(
            Row row, List<RowStatement.Assignment> assignments, List<@Nullable String> proposed, int number) {
        List<@Nullable String> after = new ArrayList<>(row.values());
        List<Integer> assigned = new ArrayList<>();
        for (RowStatement.Assignment assignment : assignments) {
            int at = targets(List.of(assignment.column())).get(0);
            Column column = structure.columns().get(at);
            after.set(
                    at,
                    assignment.value().isDefault()
                            ? values.standard(column)
                            : values.converted(
                                    column, assignment.value().value(scope(after, proposed, FIELD_LIST)), number));
            assigned.add(at);
        }
        if (!after.equals(row.values())) {
            for (int i = 0; i < after.size(); i++) {
                Column column = structure.columns().get(i);
                if (column.onUpdate() != null && !assigned.contains(i)) {
                    after.set(i, values.clock(column));
                }
            }
        }
        change(row, Collections.unmodifiableList(after));
    }

    private void change(Row row, List<@Nullable String> wanted) {
        List<@Nullable String> after = triggers.before(row.values(), wanted);
        if (!after.equals(row.values())) {
            Map<Index, Row> conflicts = rows.conflicts(after, row.handle());
            if (!conflicts.isEmpty()) {
                throw rows.duplicate(conflicts, after);
            }
            rows.update(row, after);
        }
        triggers.after(row.values(), after);
    }

    /** Applies one change given as row images. */
    void apply(List<String> columns, RowChange change) {
        List<@Nullable String> before = change.before();
        List<@Nullable String> after = change.after();
        if (before == null && after != null) {
            insert(columns, List.of(after), RowStatement.OnDuplicate.FAIL, List.of());
        } else if (before != null && after != null) {
            update(columns, before, after);
        } else if (before != null) {
            delete(columns, before);
        }
    }

    /** Updates the row that equals {@code before} by key, or in all columns if the table has no key. */
    public void update(List<String> columns, List<@Nullable String> before, List<@Nullable String> after) {
        Row row = find(columns, before);
        if (row == null) {
            return;
        }
        List<Integer> targets = targets(columns);
        List<@Nullable String> wanted = new ArrayList<>(row.values());
        for (int i = 0; i < targets.size(); i++) {
            wanted.set(targets.get(i), values.converted(structure.columns().get(targets.get(i)), after.get(i), 1));
        }
        change(row, Collections.unmodifiableList(wanted));
    }

    /** Deletes the row that equals {@code before} by key, or in all columns if the table has no key. */
    public void delete(List<String> columns, List<@Nullable String> before) {
        Row row = find(columns, before);
        if (row != null) {
            remove(row);
        }
    }

    private @Nullable Row find(List<String> columns, List<@Nullable String> before) {
        List<Integer> targets = targets(columns);
        List<@Nullable String> wanted =
                new ArrayList<>(Collections.nCopies(structure.columns().size(), null));
        for (int i = 0; i < targets.size(); i++) {
            wanted.set(
                    targets.get(i), ValueConverter.convert(structure.columns().get(targets.get(i)), before.get(i), 1));
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
