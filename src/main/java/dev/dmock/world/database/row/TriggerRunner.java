package dev.dmock.world.database.row;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.parser.ProgramText;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.ValueConverter;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.world.database.model.RowKeys;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.StoredProgram;
import dev.dmock.world.database.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the triggers of one table. */
final class TriggerRunner implements RowTriggers {

    private final ServerStore store;
    private final StatementRows rows;
    private final Table table;
    private final List<StoredProgram> triggers;

    private TriggerRunner(ServerStore store, StatementRows rows, Table table, List<StoredProgram> triggers) {
        this.store = store;
        this.rows = rows;
        this.table = table;
        this.triggers = triggers;
    }

    static RowTriggers of(ServerStore store, StatementRows rows, Table table) {
        List<StoredProgram> triggers = store.programs(table.schema()).stream()
                .filter(p -> p.isTriggerOf(table.tableName()))
                .toList();
        return triggers.isEmpty() ? NONE : new TriggerRunner(store, rows, table, triggers);
    }

    @Override
    public List<@Nullable String> before(@Nullable List<@Nullable String> old, List<@Nullable String> row) {
        List<@Nullable String> changed = new ArrayList<>(row);
        fire(old == null ? "BEFORE INSERT" : "BEFORE UPDATE", old, changed);
        return Collections.unmodifiableList(changed);
    }

    @Override
    public void beforeDelete(List<@Nullable String> old) {
        fire("BEFORE DELETE", old, null);
    }

    @Override
    public void after(@Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row) {
        fire(old == null ? "AFTER INSERT" : row == null ? "AFTER DELETE" : "AFTER UPDATE", old, row);
    }

    private void fire(String moment, @Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row) {
        for (StoredProgram trigger : triggers) {
            if (trigger.definition().moment().equals(moment)) {
                ProgramText.statements(trigger.definition(), store.dialect()).forEach(s -> run(s, old, row));
            }
        }
    }

    private void run(String statement, @Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row) {
        Optional<List<RowStatement.Assignment>> set = ProgramText.assignments(statement, store.dialect());
        if (set.isPresent()) {
            set.get().forEach(assignment -> assign(assignment, old, row));
            return;
        }
        String resolved = ProgramText.resolved(statement, table.structure(), old, row);
        if (SqlParser.parse(resolved, store.dialect()) instanceof Statement.Dml dml) {
            rows.change(dml.change(), table.schema());
        }
    }

    private void assign(
            RowStatement.Assignment assignment,
            @Nullable List<@Nullable String> old,
            @Nullable List<@Nullable String> row) {
        int at = new RowKeys(table.structure(), store.dialect()).position(assignment.column());
        if (at < 0 || row == null) {
            throw DatabaseErrors.unknownColumn(assignment.column(), "NEW").asException();
        }
        List<JoinedScope.Part> parts = new ArrayList<>(List.of(new JoinedScope.Part("NEW", table.structure(), row)));
        if (old != null) {
            parts.add(new JoinedScope.Part("OLD", table.structure(), old));
        }
        JoinedScope scope =
                new JoinedScope(parts, store.dialect(), store.draft().now(), "field list");
        Column column = table.structure().columns().get(at);
        Object value = assignment.value().value(scope);
        if (value == null && !column.nullable()) {
            throw DatabaseErrors.notNull(column.name()).asException();
        }
        row.set(at, ValueConverter.convert(column, value, 1));
    }
}
