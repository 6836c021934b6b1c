package dev.dmock.world.database.row;

import dev.dmock.sql.expression.ColumnScope;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves columns in an expression of a SELECT, with a row of each joined table.
 *
 * @param where the clause that the error for an unknown column names
 */
record JoinedScope(List<Part> parts, Dialect dialect, Instant now, String where) implements ColumnScope {

    /** A row of one table, with the table's alias in the statement. */
    record Part(String alias, TableStructure structure, List<@Nullable String> values) {}

    @Override
    public @Nullable Object column(String table, String name) {
        return of(table, name).column(table, name);
    }

    @Override
    public boolean ignoresCase(String table, String name) {
        return of(table, name).ignoresCase(table, name);
    }

    @Override
    public @Nullable Object inserted(String name) {
        return column("", name);
    }

    private RowScope of(String table, String name) {
        List<Part> having = parts.stream()
                .filter(p -> table.isEmpty() || p.alias().equalsIgnoreCase(table))
                .filter(p -> p.structure().column(name).isPresent())
                .toList();
        String shown = table.isEmpty() ? name : table + '.' + name;
        if (having.isEmpty()) {
            throw DatabaseErrors.unknownColumn(shown, where).asException();
        }
        if (having.size() > 1) {
            throw DatabaseErrors.ambiguousColumn(shown, where).asException();
        }
        Part part = having.get(0);
        return new RowScope(part.structure(), dialect, part.values(), List.of(), now, where);
    }
}
