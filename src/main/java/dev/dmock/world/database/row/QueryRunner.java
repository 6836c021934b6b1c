package dev.dmock.world.database.row;

import dev.dmock.sql.expression.ColumnScope;
import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.statement.SelectQuery;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Evaluates a SELECT. */
final class QueryRunner {

    /** The maximum number of row combinations in a join. */
    private static final int MAX_COMBINATIONS = 100_000;

    private static final String FIELD_LIST = "field list";
    private static final String WHERE = "where clause";

    private final ServerStore store;
    private final Access access;
    private final UnaryOperator<TableName> named;

    /** @param named adds the selected schema to a name without schema */
    QueryRunner(ServerStore store, Access access, UnaryOperator<TableName> named) {
        this.store = store;
        this.access = access;
        this.named = named;
    }

    List<List<@Nullable Object>> rows(SelectQuery query) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        query.selects().forEach(select -> all.addAll(rows(select)));
        return query.distinct() ? List.copyOf(new LinkedHashSet<>(all)) : all;
    }

    private List<List<@Nullable Object>> rows(SelectQuery.Select select) {
        List<JoinedScope> found = new ArrayList<>();
        for (JoinedScope row : joined(select.from())) {
            Expression where = select.where();
            if (where == null || where.holds(row)) {
                found.add(row);
            }
        }
        sort(found, select.order(), row -> row);
        long end = select.limit() < 0 ? Long.MAX_VALUE : select.offset() + select.limit();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (i >= select.offset() && i < end) {
                JoinedScope row = found.get(i);
                rows.add(values(select, new JoinedScope(row.parts(), row.dialect(), row.now(), FIELD_LIST)));
            }
        }
        return rows;
    }

    /** Returns the row combinations of the joins; one empty combination without tables. */
    private List<JoinedScope> joined(List<SelectQuery.From> from) {
        List<List<JoinedScope.Part>> rows = List.of(List.of());
        for (SelectQuery.From next : from) {
            Table table = readable(named.apply(next.table()));
            List<Row> of = List.copyOf(store.rows(table));
            if ((long) rows.size() * Math.max(1, of.size()) > MAX_COMBINATIONS) {
                throw DatabaseErrors.notSupported(store.dialect(), "select of so many rows")
                        .asException();
            }
            List<List<JoinedScope.Part>> wider = new ArrayList<>();
            for (List<JoinedScope.Part> left : rows) {
                int before = wider.size();
                for (Row row : of) {
                    List<JoinedScope.Part> both = with(left, next, table, row.values());
                    if (next.on() == null || next.on().holds(scope(both))) {
                        wider.add(both);
                    }
                }
                if (next.outer() && wider.size() == before) {
                    int width = table.structure().columns().size();
                    wider.add(with(left, next, table, Collections.nCopies(width, null)));
                }
            }
            rows = wider;
        }
        return rows.stream().map(this::scope).toList();
    }

    private Table readable(TableName name) {
        access.requireOnTable("SELECT", name);
        if (store.table(name).filter(t -> t.view() != null).isPresent()) {
            throw DatabaseErrors.notSupported(store.dialect(), "select from a view")
                    .asException();
        }
        return store.requireTable(name);
    }

    private static List<JoinedScope.Part> with(
            List<JoinedScope.Part> left, SelectQuery.From from, Table table, List<@Nullable String> values) {
        List<JoinedScope.Part> all = new ArrayList<>(left);
        all.add(new JoinedScope.Part(from.alias(), table.structure(), values));
        return List.copyOf(all);
    }

    private JoinedScope scope(List<JoinedScope.Part> parts) {
        return new JoinedScope(parts, store.dialect(), store.draft().now(), WHERE);
    }

    /** Sorts by expressions, NULL first. */
    static <T> void sort(List<T> rows, List<SelectQuery.Order> order, Function<T, ColumnScope> scope) {
        if (order.isEmpty()) {
            return;
        }
        rows.sort((a, b) -> {
            for (SelectQuery.Order o : order) {
                int comparison = compare(o.by().value(scope.apply(a)), o.by().value(scope.apply(b)));
                if (comparison != 0) {
                    return o.descending() ? -comparison : comparison;
                }
            }
            return 0;
        });
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return SqlValues.compare(a, b, true);
    }

    private static List<@Nullable Object> values(SelectQuery.Select select, JoinedScope row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (SelectQuery.Item item : select.items()) {
            Expression value = item.value();
            if (value != null) {
                values.add(value.value(row));
                continue;
            }
            List<JoinedScope.Part> parts = row.parts().stream()
                    .filter(p -> item.table().isEmpty() || p.alias().equalsIgnoreCase(item.table()))
                    .toList();
            if (parts.isEmpty()) {
                throw (item.table().isEmpty()
                                ? DatabaseErrors.noTablesUsed()
                                : DatabaseErrors.unknownTable(item.table()))
                        .asException();
            }
            for (JoinedScope.Part part : parts) {
                part.structure().columnNames().forEach(c -> values.add(row.column(part.alias(), c)));
            }
        }
        return Collections.unmodifiableList(values);
    }
}
